/// The facade behind the public API; not for apps.
@NullUnmarked
package im.zego.zegoexpress.internal;

import org.jspecify.annotations.NullUnmarked;

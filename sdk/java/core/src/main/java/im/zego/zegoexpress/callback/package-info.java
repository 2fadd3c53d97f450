/// What the engine calls.
@NullUnmarked
package im.zego.zegoexpress.callback;

import org.jspecify.annotations.NullUnmarked;

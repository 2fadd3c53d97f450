/// Enumerations with their numbers.
@NullUnmarked
package im.zego.zegoexpress.constants;

import org.jspecify.annotations.NullUnmarked;

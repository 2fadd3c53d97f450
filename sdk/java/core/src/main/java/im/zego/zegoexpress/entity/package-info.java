/// Plain data with public fields.
@NullUnmarked
package im.zego.zegoexpress.entity;

import org.jspecify.annotations.NullUnmarked;

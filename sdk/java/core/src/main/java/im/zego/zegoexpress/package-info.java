/// The engine and its players and publishers: the API as apps know it.
///
/// Null is a legal value in many places of this API (callbacks, views, unknown numbers), so its
/// packages are exempt from null checking; what crosses into `io.freshet.sdk` is checked there.
@NullUnmarked
package im.zego.zegoexpress;

import org.jspecify.annotations.NullUnmarked;

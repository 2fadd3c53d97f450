/// The facade behind the public API; not for apps.
///
/// `ZegoExpressEngineInternalImpl` is the list of what the engine does, `UnsupportedFeatures` of
/// what it does not do. The work is in one file a group: `LifecycleCalls`, `RoomCalls`,
/// `MessageCalls`, `PublishingCalls`, `PlayingCalls`, `DeviceCalls` and `CustomMediaCalls`. They
/// run on the app's threads, where anything may be null: they copy and check arguments, queue the
/// work in the `CallQueue` and return. Behind it, on the engine's loop, is `io.freshet.sdk.engine`.
@NullUnmarked
package im.zego.zegoexpress.internal;

import org.jspecify.annotations.NullUnmarked;

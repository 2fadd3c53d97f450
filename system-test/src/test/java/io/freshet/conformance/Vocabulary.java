package io.freshet.conformance;

import java.util.Set;

/// The words of scenarios. Methods are whatever the client program knows.
final class Vocabulary {
    /// Callbacks of the handler that are always compared.
    static final Set<String> COMPARED =
            Set.of(
                    "onRoomStateChanged",
                    "onRoomUserUpdate",
                    "onRoomStreamUpdate",
                    "onRoomStreamExtraInfoUpdate",
                    "onRoomExtraInfoUpdate",
                    "onRoomTokenWillExpire",
                    "onPublisherStateUpdate",
                    "onPlayerStateUpdate",
                    "onIMRecvBroadcastMessage",
                    "onIMRecvBarrageMessage",
                    "onIMRecvCustomCommand",
                    "onRecvRoomTransparentMessage");

    /// Results of calls.
    static final Set<String> RESULTS =
            Set.of(
                    "onRoomLoginResult",
                    "onRoomLogoutResult",
                    "onRoomSetRoomExtraInfoResult",
                    "onIMSendBroadcastMessageResult",
                    "onIMSendBarrageMessageResult",
                    "onIMSendCustomCommandResult",
                    "onRoomSendTransparentMessageResult",
                    "onPublisherSetStreamExtraInfoResult",
                    "onDestroyCompletion");

    /// Callbacks of the handler that are compared where a scenario says so.
    static final Set<String> WATCHABLE =
            Set.of(
                    "onRoomStateUpdate",
                    "onRemoteCameraStateUpdate",
                    "onRemoteMicStateUpdate",
                    "onEngineStateUpdate");

    /// Callbacks that come besides others, or again and again; only `until` looks at them.
    static final Set<String> ASIDE =
            Set.of(
                    "onRoomOnlineUserCountUpdate",
                    "onPlayerVideoSizeChanged",
                    "onDebugError",
                    "onApiCalledResult");

    /// What stands for a value in arguments and expectations.
    static final Set<String> STAND_INS = Set.of("$repeat", "$base64", "$users", "$token");

    /// What matches values in expectations.
    static final Set<String> MATCHERS =
            Set.of(
                    "$any",
                    "$atLeast",
                    "$notEmpty",
                    "$absent",
                    "$save",
                    "$saved",
                    "$not",
                    "$unordered");

    /// The member that is a list of messages, in callbacks that bring several.
    static final String MESSAGES = "messageList";

    private Vocabulary() {}
}

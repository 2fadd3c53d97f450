package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;

/// Why a client is put out of a room, as it is told.
///
/// @param reason for its application; may be empty
record Kick(ErrorCode code, String reason) {
    /// A later login of the same user took its place.
    static final Kick BY_LOGIN = new Kick(ErrorCode.ROOM_KICKED_OUT, "");

    static Kick byServer(String reason) {
        return new Kick(ErrorCode.ROOM_MANUAL_KICKED_OUT, reason);
    }
}

package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage;

/// One client's page of its room: what differs from client to client, around what does not.
public record SharedPage(String roomId, long version, SharedPart part, boolean more) {

    /// The whole message.
    public ServerMessage.RoomPage message() {
        return new ServerMessage.RoomPage(roomId, version, part.users(), part.streams(), more);
    }
}

package io.freshet.server.control;

import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomStream;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Publishing and playing without a signalling connection, for WHIP (RFC 9725) and WHEP. Whoever
/// asks shows a token; the user is the token's.
///
/// A publisher is a user of its room like any other, with its userID as its name, from its answer
/// until its transport ends or it is deleted. It neither kicks nor is kicked by a login of the same
/// userID: both are that one user, who leaves with the last of them. Publishing a stream that the
/// same user publishes over HTTP already replaces the former transport. A player is not a user of
/// the room.
///
/// Futures fail with [RequestRefusedException].
public interface HttpSessions {

    /// A session that has begun.
    ///
    /// @param resourceId unguessable; names the session for [#delete]
    /// @param answer the SDP answer
    record Opened(String resourceId, String answer) {}

    /// Who asks for what.
    ///
    /// @param address the client's IP address in its canonical text; empty if it is not known
    record Request(long appId, String roomId, String streamId, String token, String address) {
        /// Without the token.
        @Override
        public String toString() {
            return "Request[" + roomId + ", " + streamId + "]";
        }
    }

    CompletionStage<Opened> publish(Request request, String offer);

    /// Plays a stream of this room.
    CompletionStage<Opened> play(Request request, ResourceMode resourceMode, String offer);

    /// Ends a session; false if there is none of this name.
    boolean delete(String resourceId);

    /// The streams of a room, empty if there is no such room.
    List<RoomStream> streams(long appId, String roomId, String token)
            throws RequestRefusedException;
}

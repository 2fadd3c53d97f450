package io.freshet.server.control;

import io.freshet.protocol.message.RoomStream;
import java.util.List;

/// What may be seen of and done to the streams of rooms from outside. A room that does not exist
/// has no streams.
public interface StreamOperations {
    /// A stream that is in a room.
    ///
    /// @param createdAtMs milliseconds since 1970-01-01T00:00:00Z
    /// @param number differs for each life of the stream
    record LiveStream(RoomStream stream, long createdAtMs, long number) {}

    List<LiveStream> streams(long appId, String roomId);
}

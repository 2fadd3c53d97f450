package io.freshet.server.control;

import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.MediaPlane.TransportId;
import java.util.List;
import java.util.Optional;

/// What may be seen of and done to the streams of rooms from outside. A room that does not exist
/// has no streams.
public interface StreamOperations {
    /// A stream that is in a room.
    ///
    /// @param createdAtMs milliseconds since 1970-01-01T00:00:00Z
    /// @param number differs for each life of the stream
    record LiveStream(RoomStream stream, long createdAtMs, long number) {}

    /// What came of adding a stream.
    enum Addition {
        DONE,
        NO_SUCH_ROOM,
        /// Another user has a stream of this id in the room.
        TAKEN,
        /// A rule forbids the stream, or its user to publish.
        FORBIDDEN,
        /// The room has as many added streams as it may.
        FULL
    }

    /// What came of removing a stream.
    enum Removal {
        DONE,
        NO_SUCH_ROOM,
        NO_SUCH_STREAM
    }

    /// A stream to be announced.
    ///
    /// @param user whose it is said to be; need not be in the room. Without a name it goes by its
    ///   id
    record Announcement(String streamId, RoomUser user, String title, String extraInfo) {}

    List<LiveStream> streams(long appId, String roomId);

    /// What carries a stream's media, for who wants to know how that fares.
    ///
    /// @param plays how many play it, in whatever room
    /// @param some of them
    record Carriage(TransportId publisher, int plays, List<CarriedPlay> some) {
        public Carriage {
            some = List.copyOf(some);
        }
    }

    /// One play of a stream.
    ///
    /// @param userId who plays
    record CarriedPlay(String userId, TransportId transport) {}

    /// Empty while nobody publishes the stream anywhere in the project.
    ///
    /// @param maxPlays named, the newest left out
    Optional<Carriage> carriage(long appId, String streamId, int maxPlays);

    /// Announces a stream in a room. It has no media of its own: it can be played while somebody
    /// publishes its id anywhere in the project. If the user has it in the room already, nothing
    /// changes but the extra info of one that was added.
    Addition add(long appId, String roomId, Announcement stream);

    /// Takes a stream out of a room. If a user publishes it there, its publishing ends, and its
    /// client is told by [io.freshet.protocol.ErrorCode#PUBLISHER_ERROR_SERVER_FORBID]; the user
    /// stays.
    Removal remove(long appId, String roomId, String streamId);
}

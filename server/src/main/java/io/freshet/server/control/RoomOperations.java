package io.freshet.server.control;

import io.freshet.protocol.message.RoomUser;
import java.util.List;
import java.util.Optional;

/// What may be seen of rooms and their users from outside, and putting users out. A room that does
/// not exist has no users.
public interface RoomOperations {
    /// A room and how much is in it.
    record RoomSummary(long appId, String roomId, int users, int streams) {}

    /// Users in the order asked for.
    ///
    /// @param marker where the next page begins; empty after the last
    record UserPage(List<RoomUser> users, String marker) {
        public UserPage {
            users = List.copyOf(users);
        }
    }

    /// A user that is in a room.
    ///
    /// @param loginTimeMs milliseconds since 1970-01-01T00:00:00Z
    record Presence(RoomUser user, long loginTimeMs) {}

    /// Every room of every project, by AppID and room id.
    List<RoomSummary> rooms();

    boolean hasRoom(long appId, String roomId);

    /// Takes users out of a room, however they are in it; who is not there is passed over.
    /// Signalling clients get [io.freshet.protocol.ErrorCode#ROOM_MANUAL_KICKED_OUT]. They may log
    /// in again.
    ///
    /// @param reason for their applications; may be empty
    void kickUsers(long appId, String roomId, List<String> userIds, String reason);

    /// Takes everybody out of a room, which closes it; false if there is no such room. Who logs in
    /// later is in another life of the room.
    ///
    /// @param reason for their applications; may be empty
    /// @param tellsBackend whether there is a callback of the room's end, besides those of its
    ///   users and streams
    boolean closeRoom(long appId, String roomId, String reason, boolean tellsBackend);

    /// One page of a room's users by the time they came.
    ///
    /// @param marker of the page before; empty for the first. One of a former life of the room, or
    ///   one that cannot be read, gives an empty last page.
    UserPage users(long appId, String roomId, boolean newestFirst, int limit, String marker);

    int userCount(long appId, String roomId);

    /// Whether and since when a user is in a room.
    Optional<Presence> presence(long appId, String roomId, String userId);
}

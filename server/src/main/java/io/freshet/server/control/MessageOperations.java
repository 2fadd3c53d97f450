package io.freshet.server.control;

import io.freshet.protocol.message.RoomUser;
import java.util.List;
import java.util.Optional;

/// Messages into rooms from outside. They are like those of a user who need not be in the room, but
/// have no part in the users' rates; a client of the same userID does not get them. Answers are
/// empty if there is no such room.
public interface MessageOperations {
    /// A reliable message to everybody.
    ///
    /// @param from who it is said to be from; without a name it goes by its id
    /// @return its number
    Optional<Long> broadcast(long appId, String roomId, RoomUser from, String text);

    /// A message that may be lost on those who do not keep up.
    ///
    /// @return its number
    Optional<Long> barrage(long appId, String roomId, RoomUser from, String text);

    /// A reliable command.
    ///
    /// @param receivers nobody: everybody
    /// @return the receivers who are not in the room
    Optional<List<String>> command(
            long appId, String roomId, RoomUser from, String command, List<String> receivers);
}

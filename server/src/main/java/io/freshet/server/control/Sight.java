package io.freshet.server.control;

import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomUser;
import java.util.Optional;

/// What makes a difference to which events a client sees, besides who it is.
record Sight(boolean users, boolean roomExtraInfo, boolean deviceStates) {
    static Sight of(Participant participant) {
        ClientAbilities abilities = participant.abilities();
        return new Sight(
                participant.seesUsers(), abilities.roomExtraInfo(), abilities.deviceStates());
    }

    boolean sees(RoomEvent event) {
        return switch (event) {
            case RoomEvent.UserJoined _, RoomEvent.UserLeft _ -> users;
            case RoomEvent.StreamAdded _,
                    RoomEvent.StreamRemoved _,
                    RoomEvent.StreamExtraInfoChanged _ ->
                    true;
            case RoomEvent.StreamDeviceStatesChanged _ -> deviceStates;
            case RoomEvent.RoomExtraInfoChanged _ -> roomExtraInfo;
        };
    }

    /// Whose doing an event is: they do not see it. The room's extra info is nobody's.
    static Optional<RoomUser> actor(RoomEvent event) {
        return switch (event) {
            case RoomEvent.UserJoined(var _, var user) -> Optional.of(user);
            case RoomEvent.UserLeft(var _, var user) -> Optional.of(user);
            case RoomEvent.StreamAdded(var _, var stream) -> Optional.of(stream.user());
            case RoomEvent.StreamRemoved(var _, var stream, var _) -> Optional.of(stream.user());
            case RoomEvent.StreamExtraInfoChanged(var _, var stream) -> Optional.of(stream.user());
            case RoomEvent.StreamDeviceStatesChanged(var _, var stream) ->
                    Optional.of(stream.user());
            case RoomEvent.RoomExtraInfoChanged _ -> Optional.empty();
        };
    }
}

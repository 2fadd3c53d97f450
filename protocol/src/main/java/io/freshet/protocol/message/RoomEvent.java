package io.freshet.protocol.message;

/// One entry of a room's event log.
public sealed interface RoomEvent {
    /// The room's version after this event; grows by one with each event of the room.
    long version();

    record UserJoined(long version, RoomUser user) implements RoomEvent {}

    record UserLeft(long version, RoomUser user) implements RoomEvent {}

    record StreamAdded(long version, RoomStream stream) implements RoomEvent {}

    record StreamRemoved(long version, RoomStream stream, StreamRemovalReason reason)
            implements RoomEvent {}

    record StreamExtraInfoChanged(long version, RoomStream stream) implements RoomEvent {}
}

package io.freshet.protocol.message;

/// One entry of a room's event log. A stream in an event is the stream as it is after it.
public sealed interface RoomEvent {
    /// The room's version after this event; grows by one with each event of the room.
    long version();

    record UserJoined(long version, RoomUser user) implements RoomEvent {}

    record UserLeft(long version, RoomUser user) implements RoomEvent {}

    record StreamAdded(long version, RoomStream stream) implements RoomEvent {}

    record StreamRemoved(long version, RoomStream stream, StreamRemovalReason reason)
            implements RoomEvent {}

    record StreamExtraInfoChanged(long version, RoomStream stream) implements RoomEvent {}

    /// The camera or the microphone behind a stream is in another state.
    record StreamDeviceStatesChanged(long version, RoomStream stream) implements RoomEvent {}

    /// The room's extra info was written. Everybody gets it, the writer included: it is the room's,
    /// and only the log's order says whose word was the last.
    record RoomExtraInfoChanged(long version, RoomExtraInfo roomExtraInfo) implements RoomEvent {}
}

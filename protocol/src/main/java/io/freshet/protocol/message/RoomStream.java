package io.freshet.protocol.message;

/// A published stream as the room sees it.
public record RoomStream(String streamId, RoomUser user, String extraInfo) {}

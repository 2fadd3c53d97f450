package io.freshet.protocol.message;

/// A key and value that belong to a room as a whole, with who wrote them last and when, in
/// milliseconds since 1970 by the server's clock.
public record RoomExtraInfo(String key, String value, RoomUser updateUser, long updateTimeMs) {}

package io.freshet.protocol.message;

/// A broadcast or barrage message as the others in its room get it. `messageId` is unique in the
/// room and larger than that of every earlier message of the room; `sendTimeMs` is when the server
/// took it, in milliseconds since 1970.
public record RoomMessage(long messageId, RoomUser fromUser, String message, long sendTimeMs) {}

package io.freshet.protocol.message;

public record RoomUser(String userId, String userName) {}

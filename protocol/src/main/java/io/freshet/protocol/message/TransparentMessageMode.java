package io.freshet.protocol.message;

/// Who gets a transparent message: users of the room, the application's backend, or both.
public enum TransparentMessageMode {
    ONLY_CLIENT,
    ONLY_SERVER,
    CLIENT_AND_SERVER
}

package io.freshet.server.callback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a backend can be told of; the name is `event` in the body.
public enum CallbackEvent {
    ROOM_CREATE,
    ROOM_CLOSE,
    ROOM_LOGIN,
    ROOM_LOGOUT,
    STREAM_CREATE,
    STREAM_CLOSE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The event of this name.
    public static Optional<CallbackEvent> of(String wireName) {
        return Arrays.stream(values())
                .filter(event -> event.wireName().equals(wireName))
                .findFirst();
    }
}

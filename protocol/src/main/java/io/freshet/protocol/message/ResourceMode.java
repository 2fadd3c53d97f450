package io.freshet.protocol.message;

/// How a stream is delivered to a player. `DEFAULT` is RTC unless the project says otherwise.
public enum ResourceMode {
    DEFAULT,
    RTC,
    L3
}

package io.freshet.sdk.port;

/// Where the SDK's log lines go. Lines hold no secrets, tokens or session descriptions.
public interface LogSink {
    void log(Level level, String message);

    /// ERROR: gave up; WARN: will retry or ignores something; INFO: one line a step of life.
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /// Warnings and errors on standard error.
    static LogSink standardError() {
        return (level, message) -> {
            if (level.compareTo(Level.WARN) <= 0) {
                System.err.println("freshet-sdk " + level + " " + message);
            }
        };
    }
}

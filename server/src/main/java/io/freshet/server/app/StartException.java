package io.freshet.server.app;

/// The server cannot start; the message is a sentence for the operator.
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}

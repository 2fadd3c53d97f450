package io.freshet.server.app;

/// A command cannot do what it was asked; the message is a sentence for the operator.
final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandFailedException(String message) {
        super(message);
    }
}

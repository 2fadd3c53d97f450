package io.freshet.server.callback;

/// A project's callbacks cannot be set so; the message is a sentence for the operator.
public final class CallbackConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    CallbackConfigException(String message) {
        super(message);
    }
}

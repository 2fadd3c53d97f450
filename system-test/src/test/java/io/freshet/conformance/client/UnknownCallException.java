package io.freshet.conformance.client;

/// A command names what this SDK does not have.
final class UnknownCallException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownCallException(String what) {
        super(what);
    }
}

package io.freshet.server.project;

/// The database cannot be used; the message is a sentence for the operator.
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    StoreException(String message, boolean inUse, Throwable cause) {
        super(message, cause);
        this.inUse = inUse;
    }

    /// Another process has the file open.
    public boolean isInUse() {
        return inUse;
    }
}

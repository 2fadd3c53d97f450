package io.freshet.server.control;

/// A request over HTTP was refused: the code is one of `ErrorCode`, the message a sentence for the
/// developer of the client.
public final class RequestRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    public RequestRefusedException(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }
}

package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;

/// A request was refused: the code says what was wrong, the message is a sentence for the developer
/// of the client.
public final class RequestRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode errorCode;

    public RequestRefusedException(ErrorCode errorCode) {
        this(errorCode, errorCode.sentence());
    }

    public RequestRefusedException(ErrorCode errorCode, String sentence) {
        // Refusals are ordinary outcomes: no stack trace.
        super(sentence, null, false, false);
        this.errorCode = errorCode;
    }

    public ErrorCode errorCode() {
        return errorCode;
    }

    public int code() {
        return errorCode.code();
    }

    /// Throws unless the check of an identifier succeeded.
    static void require(ErrorCode checked) throws RequestRefusedException {
        if (!checked.isSuccess()) {
            throw new RequestRefusedException(checked);
        }
    }
}

package io.freshet.protocol;

/// The text is well-formed and has a `type` that this version of the contract does not know. A
/// server answers it like any malformed request, a client ignores it.
public final class UnknownMessageException extends MalformedMessageException {
    private static final long serialVersionUID = 1L;

    UnknownMessageException(long requestId) {
        super(
                ErrorCode.COMMON_ILLEGAL_PARAM,
                requestId,
                "The message's type is not known to this version.");
    }
}

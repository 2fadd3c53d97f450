package io.freshet.protocol;

import io.freshet.protocol.message.Answer;

/// A text is not a message of the contract. Its message is a sentence that names the offending
/// field and never repeats the text.
public class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final long requestId;

    MalformedMessageException(ErrorCode code, long requestId, String sentence) {
        super(sentence);
        this.code = code;
        this.requestId = requestId;
    }

    /// [ErrorCode#COMMON_ILLEGAL_PARAM], or the code of a missing name such as
    /// [ErrorCode#ROOM_ROOMID_NULL].
    public ErrorCode code() {
        return code;
    }

    /// The `id` of the request or answer; 0, which no request has, when it could not be read.
    public long requestId() {
        return requestId;
    }

    /// What the server answers. A request without a readable `id` gets an answer to the id 0.
    public Answer answer() {
        return Answer.refused(requestId, code.code(), String.valueOf(getMessage()));
    }
}

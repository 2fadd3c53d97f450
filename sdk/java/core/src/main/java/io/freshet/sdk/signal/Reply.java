package io.freshet.sdk.signal;

import io.freshet.protocol.message.Answer;

/// What becomes of one request: exactly one of the two is called, once.
public interface Reply {
    /// The server has answered.
    ///
    /// @param code 0 or the server's error code
    /// @param message a sentence, empty on success
    void onAnswer(int code, String message, Answer.Result result);

    /// The connection broke first; whether the server saw the request is unknown.
    void onLost();
}

package io.freshet.sdk.signal;

/// What became of a call that something was sent for; called once.
public interface Outcome {
    /// The outcome.
    ///
    /// @param code 0 or why it failed
    /// @param message a sentence, empty on success
    /// @param messageId of a broadcast or barrage message that was sent, else 0
    void onOutcome(int code, String message, long messageId);
}

package io.freshet.media.sdp;

/// An offer cannot be served. The message is a sentence for the developer of the peer that sent it:
/// it says what is wrong and, where there is a way out, what to do.
public final class OfferRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public OfferRefusedException(String message) {
        super(message);
    }
}

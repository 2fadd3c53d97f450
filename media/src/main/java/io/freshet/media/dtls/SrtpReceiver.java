package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// Authenticates and decrypts what one peer sends, with replay protection per SSRC (RFC 3711
/// §3.3.2). Single-threaded. State for an SSRC is made only by an authenticated packet, and for a
/// bounded number of SSRCs.
public interface SrtpReceiver {
    int AUTHENTICATION_FAILED = -1;
    int REPLAYED = -2;
    int MALFORMED = -3;
    int TOO_MANY_SSRCS = -4;

    /// Decrypts in place.
    ///
    /// @return the plain packet's length, or one of the negative constants
    int unprotectRtp(ByteBuffer packet, int offset, int length);

    /// Decrypts in place.
    ///
    /// @return the plain packet's length, or one of the negative constants
    int unprotectRtcp(ByteBuffer packet, int offset, int length);
}

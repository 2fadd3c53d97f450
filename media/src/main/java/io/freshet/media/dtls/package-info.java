/// DTLS-SRTP: the handshake and the SRTP/SRTCP contexts it keys. RFC 5763, RFC 5764, RFC 3711, RFC
/// 7714.
@NullMarked
package io.freshet.media.dtls;

import org.jspecify.annotations.NullMarked;

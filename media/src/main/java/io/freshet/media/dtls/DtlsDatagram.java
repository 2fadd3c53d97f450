package io.freshet.media.dtls;

/// Looks over a datagram before the handshake sees it. RFC 6347 §4.1, §4.2.2.
///
/// ```
/// record:    | type 1 | version 2 | epoch 2 | sequence number 6 | length 2 | fragment |
/// handshake: | type 1 | length 3 | message seq 2 | fragment offset 3 | fragment length 3 | … |
/// ```
///
/// The handshake's length is a promise of 24 bits for which the other side sets memory aside,
/// sixteen messages deep: what promises more than any real handshake needs is dropped.
final class DtlsDatagram {
    /// Received ones may be as large as the path takes them.
    static final int MAX_BYTES = 2048;

    /// A certificate chain is the longest; browsers send one of 400 bytes.
    static final int MAX_HANDSHAKE_BYTES = 8192;

    private static final int RECORD_HEADER_BYTES = 13;
    private static final int HANDSHAKE_HEADER_BYTES = 12;
    private static final int TYPE_HANDSHAKE = 22;

    private DtlsDatagram() {}

    /// Whether it is a sequence of whole records whose plain handshakes are bounded.
    static boolean isAcceptable(byte[] datagram) {
        int at = 0;
        while (at < datagram.length) {
            if (datagram.length - at < RECORD_HEADER_BYTES) {
                return false;
            }
            int fragment = at + RECORD_HEADER_BYTES;
            int end = fragment + uint16(datagram, at + 11);
            boolean plain = uint16(datagram, at + 3) == 0;
            if (end > datagram.length
                    || (plain
                            && datagram[at] == TYPE_HANDSHAKE
                            && !areHandshakesBounded(datagram, fragment, end))) {
                return false;
            }
            at = end;
        }
        return at > 0;
    }

    static boolean areHandshakesBounded(byte[] bytes, int start, int end) {
        int at = start;
        while (end - at >= HANDSHAKE_HEADER_BYTES) {
            if (uint24(bytes, at + 1) > MAX_HANDSHAKE_BYTES) {
                return false;
            }
            at += HANDSHAKE_HEADER_BYTES + uint24(bytes, at + 9);
        }
        return true;
    }

    private static int uint16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static int uint24(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | uint16(bytes, at + 1);
    }
}

package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// As much of RTP and RTCP as protection needs. RFC 3550 §5.1, §6.4.
final class SrtpPacket {
    static final int RTP_SEQ_NO_OFFSET = 2;
    static final int RTP_SSRC_OFFSET = 8;
    static final int RTCP_SSRC_OFFSET = 4;
    static final int MALFORMED = -1;

    private static final int RTP_FIXED_HEADER_BYTES = 12;
    private static final int EXTENSION_HEADER_BYTES = 4;

    private SrtpPacket() {}

    static boolean isVersion2(ByteBuffer packet, int offset) {
        return (packet.get(offset) & 0xc0) == 0x80;
    }

    /// Length of the fixed header, the CSRCs and the extension, which all stay readable.
    ///
    /// @return [#MALFORMED] when they do not fit into `length`
    static int rtpHeaderLength(ByteBuffer packet, int offset, int length) {
        if (length < RTP_FIXED_HEADER_BYTES || !isVersion2(packet, offset)) {
            return MALFORMED;
        }
        int first = packet.get(offset);
        int headerLength = RTP_FIXED_HEADER_BYTES + 4 * (first & 0x0f);
        if ((first & 0x10) != 0) {
            int extension = headerLength;
            headerLength += EXTENSION_HEADER_BYTES;
            if (headerLength > length) {
                return MALFORMED;
            }
            headerLength += 4 * (packet.getShort(offset + extension + 2) & 0xffff);
        }
        return headerLength <= length ? headerLength : MALFORMED;
    }
}

package io.freshet.media.dtls;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Unprotects one direction: guesses each packet's index, refuses repetitions, authenticates and
/// decrypts. RFC 3711 §3.3.
final class SrtpReceiverContext implements SrtpReceiver {
    private static final int HALF = 1 << 15;
    private static final long MAX_ROC = 0xffff_ffffL;

    private final SrtpTransform transform;
    private final int maxSsrcs;
    private final int replayWindow;
    private final SsrcTable<ReceivedPackets> receivedBySsrc = new SsrcTable<>();

    SrtpReceiverContext(SrtpTransform transform, SrtpConfig config) {
        this.transform = transform;
        this.maxSsrcs = config.maxSsrcs();
        this.replayWindow = config.replayWindow();
    }

    @Override
    public int unprotectRtp(ByteBuffer packet, int offset, int length) {
        int tagBytes = transform.tagBytes();
        int headerLength = SrtpPacket.rtpHeaderLength(packet, offset, length - tagBytes);
        if (headerLength == SrtpPacket.MALFORMED) {
            return MALFORMED;
        }
        int ssrc = packet.getInt(offset + SrtpPacket.RTP_SSRC_OFFSET);
        int wireSeqNo = packet.getShort(offset + SrtpPacket.RTP_SEQ_NO_OFFSET) & 0xffff;
        ReceivedPackets received = receivedBySsrc.find(ssrc);
        if (received == null && receivedBySsrc.size() >= maxSsrcs) {
            return TOO_MANY_SSRCS;
        }
        if (received == null || received.rtp.isEmpty()) {
            long first = openFirstRtp(packet, offset, length, headerLength, wireSeqNo);
            if (first < 0) {
                return AUTHENTICATION_FAILED;
            }
            stateOf(ssrc, received).rtp.add(first);
            return length - tagBytes;
        }
        long index = guessIndex(received.rtp.highest(), wireSeqNo);
        if (index < 0 || received.rtp.isTooOld(index) || received.rtp.contains(index)) {
            return REPLAYED;
        }
        if (!transform.unprotectRtp(packet, offset, length, headerLength, index)) {
            return AUTHENTICATION_FAILED;
        }
        received.rtp.add(index);
        return length - tagBytes;
    }

    @Override
    public int unprotectRtcp(ByteBuffer packet, int offset, int length) {
        int overhead = transform.tagBytes() + SrtpTransform.RTCP_INDEX_BYTES;
        if (length < SrtpTransform.RTCP_HEADER_BYTES + overhead
                || !SrtpPacket.isVersion2(packet, offset)) {
            return MALFORMED;
        }
        int ssrc = packet.getInt(offset + SrtpPacket.RTCP_SSRC_OFFSET);
        ReceivedPackets received = receivedBySsrc.find(ssrc);
        if (received == null && receivedBySsrc.size() >= maxSsrcs) {
            return TOO_MANY_SSRCS;
        }
        int index = transform.rtcpIndexWord(packet, offset, length) & ~SrtpTransform.RTCP_ENCRYPTED;
        if (received != null && (received.rtcp.isTooOld(index) || received.rtcp.contains(index))) {
            return REPLAYED;
        }
        if (!transform.unprotectRtcp(packet, offset, length)) {
            return AUTHENTICATION_FAILED;
        }
        stateOf(ssrc, received).rtcp.add(index);
        return length - overhead;
    }

    /// The first packet of an SSRC has rollover counter 0 (RFC 3711 §3.3.1), unless the stream
    /// began just below a wrap and what came before it was lost or is late.
    ///
    /// @return the index, -1 when the packet is not authentic
    private long openFirstRtp(
            ByteBuffer packet, int offset, int length, int headerLength, int wireSeqNo) {
        if (transform.unprotectRtp(packet, offset, length, headerLength, wireSeqNo)) {
            return wireSeqNo;
        }
        long afterWrap = (1L << 16) + wireSeqNo;
        return wireSeqNo < HALF
                        && transform.unprotectRtp(packet, offset, length, headerLength, afterWrap)
                ? afterWrap
                : -1;
    }

    /// The index next to the highest one that ends in this sequence number. RFC 3711 §3.3.1,
    /// appendix A.
    ///
    /// @return -1 when there is none: before the first rollover or after the last
    static long guessIndex(long highest, int wireSeqNo) {
        long roc = highest >>> 16;
        int highestWireSeqNo = (int) (highest & 0xffff);
        if (highestWireSeqNo < HALF) {
            roc -= wireSeqNo - highestWireSeqNo > HALF ? 1 : 0;
        } else {
            roc += highestWireSeqNo - HALF > wireSeqNo ? 1 : 0;
        }
        return roc < 0 || roc > MAX_ROC ? -1 : roc << 16 | wireSeqNo;
    }

    /// Only called with an authentic packet.
    private ReceivedPackets stateOf(int ssrc, @Nullable ReceivedPackets known) {
        if (known != null) {
            return known;
        }
        ReceivedPackets fresh = new ReceivedPackets(replayWindow);
        receivedBySsrc.add(ssrc, fresh);
        return fresh;
    }

    private static final class ReceivedPackets {
        final ReplayWindow rtp;
        final ReplayWindow rtcp;

        ReceivedPackets(int size) {
            rtp = new ReplayWindow(size);
            rtcp = new ReplayWindow(size);
        }
    }
}

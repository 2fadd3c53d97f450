package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// Protects one direction. Keeps the promise both profiles rest on: an index never protects two
/// different packets. RFC 3711 §3.2.3 and §9.1, RFC 7714 §8.4.
///
/// A packet may be asked for again (RFC 4585 §6.2.1) and be sent once more without RTX. Encrypting
/// exactly the same header and payload under the same index gives exactly the same bytes, which
/// tells nobody anything new. If anything differs, and be it one header extension, GCM would give
/// away its authentication key and counter mode the difference of the payloads. Both are
/// deterministic, so the end of the authentication tag is remembered for a window of packets and
/// has to come out again; otherwise the packet is wiped and refused.
final class SrtpSenderContext implements SrtpSender {
    private static final long MAX_RTP_INDEX = (1L << 48) - 1; // RFC 3711 §9.2
    private static final long MAX_RTCP_INDEX = (1L << 31) - 1;

    private final SrtpTransform transform;
    private final int maxSsrcs;
    private final int resendWindow;
    private final SsrcTable<SentPackets> sentBySsrc;

    /// One for all SSRCs: unique is all it has to be (RFC 3711 §3.2.1).
    private long nextRtcpIndex;

    SrtpSenderContext(SrtpTransform transform, SrtpConfig config) {
        this.transform = transform;
        this.maxSsrcs = config.maxSsrcs();
        this.resendWindow = config.resendWindow();
        this.sentBySsrc = new SsrcTable<>();
    }

    @Override
    public int protectRtp(
            ByteBuffer out,
            int outOffset,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long seqNo) {
        if ((short) seqNo != out.getShort(outOffset + SrtpPacket.RTP_SEQ_NO_OFFSET)) {
            throw new IllegalArgumentException(
                    "sequence number " + seqNo + " does not belong to the header");
        }
        if (seqNo < 0 || seqNo > MAX_RTP_INDEX) {
            return KEY_EXHAUSTED;
        }
        int ssrc = out.getInt(outOffset + SrtpPacket.RTP_SSRC_OFFSET);
        SentPackets sent = sentBySsrc.find(ssrc);
        if (sent == null) {
            if (sentBySsrc.size() >= maxSsrcs) {
                return TOO_MANY_SSRCS;
            }
            sent = new SentPackets(resendWindow);
            sentBySsrc.add(ssrc, sent);
        }
        if (sent.isTooOld(seqNo)) {
            return INDEX_REUSED;
        }
        int length =
                transform.protectRtp(
                        out, outOffset, headerLength, payload, payloadOffset, payloadLength, seqNo);
        int tagEnd = out.getInt(outOffset + length - Integer.BYTES);
        if (!sent.accept(seqNo, tagEnd)) {
            for (int i = outOffset + headerLength; i < outOffset + length; i++) {
                out.put(i, (byte) 0);
            }
            return INDEX_REUSED;
        }
        return length;
    }

    @Override
    public int protectRtcp(ByteBuffer packet, int offset, int length) {
        if (length < SrtpTransform.RTCP_HEADER_BYTES) {
            throw new IllegalArgumentException("RTCP packet of " + length + " bytes");
        }
        if (nextRtcpIndex > MAX_RTCP_INDEX) {
            return KEY_EXHAUSTED;
        }
        return transform.protectRtcp(packet, offset, length, (int) nextRtcpIndex++);
    }

    /// For tests of the end of the index.
    void skipRtcpIndicesTo(long index) {
        nextRtcpIndex = index;
    }

    /// The last packets of one SSRC, each with the end of its authentication tag.
    private static final class SentPackets {
        private final ReplayWindow window;
        private final int[] tagEnds;

        SentPackets(int size) {
            window = new ReplayWindow(size);
            tagEnds = new int[size];
        }

        boolean isTooOld(long index) {
            return window.isTooOld(index);
        }

        /// False when the index was used for something else.
        boolean accept(long index, int tagEnd) {
            int slot = (int) (index % tagEnds.length);
            if (window.contains(index)) {
                return tagEnds[slot] == tagEnd;
            }
            window.add(index);
            tagEnds[slot] = tagEnd;
            return true;
        }
    }
}

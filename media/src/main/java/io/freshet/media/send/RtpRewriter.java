package io.freshet.media.send;

import io.freshet.media.rtp.RtpHeaderWriter;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// Gives one track's packets the SSRC, payload type, sequence numbers and timestamps of one viewer.
/// Both numberings go on without a step when the source is changed under it: RFC 3550 §5.1 lets
/// them begin anywhere, and lets them jump nowhere.
///
/// A span of packets from one source shares one offset. No number is ever used for two different
/// packets, since the SRTP index is made of it (RFC 3711 §3.3.1, §9.1).
public final class RtpRewriter {
    /// Numbers below the first are kept free for packets of the first frame that come late.
    private static final int ROOM_BELOW_FIRST = 1024;

    /// Replayed frames follow each other this many times faster than they were taken.
    private static final int CATCH_UP_FACTOR = 16;

    private static final long NS_PER_S = 1_000_000_000L;

    private final int ssrc;
    private final int payloadType;
    private final int clockRate;
    private HeaderExtensionBlock block;

    private long highestSeqNo; // sent to the viewer
    private boolean sent;
    private int highestTimestamp; // of the packet with the highest number
    private long highestSentNs;

    private long spanFloor; // numbers up to this one belong to an earlier span
    private long seqNoOffset; // viewer's minus track's
    private int timestampOffset;
    private boolean catchingUp;
    private int catchUpTimestamp; // the track's; older ones are squeezed towards it

    public RtpRewriter(
            int ssrc,
            int payloadType,
            int clockRate,
            HeaderExtensionBlock block,
            RandomGenerator random) {
        this.ssrc = ssrc;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
        this.block = block;
        // RFC 3711 §3.3.1 starts the rollover counter at 0, so the first number stays in the lower
        // half: a receiver that misses the first packets still guesses 0.
        highestSeqNo = (long) ROOM_BELOW_FIRST + random.nextInt(0x8000 - ROOM_BELOW_FIRST);
        spanFloor = highestSeqNo - ROOM_BELOW_FIRST;
    }

    /// Another source's cache needs another block; a span must begin before the next packet.
    public void onBlockChanged(HeaderExtensionBlock newBlock) {
        block = newBlock;
    }

    /// Begins a span: this packet follows directly what the viewer got last.
    ///
    /// @param liveTimestamp the newest of the source; when it is ahead of the first one, the frames
    ///   between are played quickly so that the viewer does not stay behind
    public void beginSpan(long trackSeqNo, int wireTimestamp, int liveTimestamp, long nowNs) {
        catchingUp = liveTimestamp - wireTimestamp > 0;
        catchUpTimestamp = liveTimestamp;
        if (sent) {
            spanFloor = highestSeqNo;
            long elapsedTicks = Math.max(0, nowNs - highestSentNs) * clockRate / NS_PER_S;
            int first = highestTimestamp + (int) Math.max(1, elapsedTicks);
            timestampOffset = first - squeeze(wireTimestamp);
        }
        seqNoOffset = highestSeqNo + 1 - trackSeqNo;
    }

    /// The viewer's number of a packet of the current span.
    public long seqNo(long trackSeqNo) {
        return trackSeqNo + seqNoOffset;
    }

    /// The packet's number is not in use for another one.
    public boolean isFree(long trackSeqNo) {
        return seqNo(trackSeqNo) > spanFloor;
    }

    /// The track's number of a packet that the viewer names, negative when it was not sent in the
    /// current span.
    public long trackSeqNo(int wireSeqNo) {
        long seqNo = highestSeqNo + (short) (wireSeqNo - (int) highestSeqNo);
        return sent && seqNo <= highestSeqNo && seqNo > spanFloor ? seqNo - seqNoOffset : -1;
    }

    public int timestamp(int wireTimestamp) {
        return squeeze(wireTimestamp) + timestampOffset;
    }

    /// For sender reports: where the viewer's timeline stands for a moment of the track's, frames
    /// being squeezed or not.
    public int reportTimestamp(int wireTimestamp) {
        return wireTimestamp + timestampOffset;
    }

    /// Writes the whole header of a cached packet and remembers it as sent.
    ///
    /// @return the header's length
    public int writeHeader(
            ByteBuffer out, PacketCache cache, int slot, int transportSeqNo, long nowNs) {
        long seqNo = seqNo(cache.seqNo(slot));
        int timestamp = timestamp(cache.wireTimestamp(slot));
        if (!sent || seqNo > highestSeqNo) {
            highestSeqNo = seqNo;
            highestTimestamp = timestamp;
            highestSentNs = nowNs;
            sent = true;
        }
        return write(out, cache, slot, payloadType, (int) seqNo, ssrc, transportSeqNo, nowNs);
    }

    /// Writes the header of a retransmission, RFC 4588 §4: all but three fields are the original's.
    ///
    /// @return the header's length
    public int writeRetransmissionHeader(
            ByteBuffer out,
            PacketCache cache,
            int slot,
            int rtxPayloadType,
            int rtxWireSeqNo,
            int rtxSsrc,
            int transportSeqNo,
            long nowNs) {
        return write(
                out, cache, slot, rtxPayloadType, rtxWireSeqNo, rtxSsrc, transportSeqNo, nowNs);
    }

    public int ssrc() {
        return ssrc;
    }

    public boolean hasSent() {
        return sent;
    }

    private int write(
            ByteBuffer out,
            PacketCache cache,
            int slot,
            int type,
            int wireSeqNo,
            int source,
            int transportSeqNo,
            long nowNs) {
        block.build(cache, slot);
        int blockOffset =
                RtpHeaderWriter.writeFixed(
                        out,
                        0,
                        cache.marker(slot),
                        type,
                        wireSeqNo,
                        timestamp(cache.wireTimestamp(slot)),
                        source);
        if (block.length() == 0) {
            return blockOffset;
        }
        RtpHeaderWriter.markExtended(out, 0);
        int end = block.copyTo(out, blockOffset);
        if (block.transportCcOffset() >= 0) {
            out.putShort(blockOffset + block.transportCcOffset(), (short) transportSeqNo);
        }
        if (block.absSendTimeOffset() >= 0) {
            int at = blockOffset + block.absSendTimeOffset();
            int time = absSendTime(nowNs);
            out.put(at, (byte) (time >>> 16));
            out.putShort(at + 1, (short) time);
        }
        return end;
    }

    /// 6.18 fixed point seconds, wrapping every 64 s.
    private static int absSendTime(long nowNs) {
        long seconds = nowNs / NS_PER_S;
        long fraction = ((nowNs % NS_PER_S) << 18) / NS_PER_S;
        return (int) ((seconds << 18) + fraction) & 0xFF_FFFF;
    }

    private int squeeze(int wireTimestamp) {
        int behind = catchUpTimestamp - wireTimestamp;
        return catchingUp && behind > 0
                ? catchUpTimestamp - behind / CATCH_UP_FACTOR
                : wireTimestamp;
    }
}

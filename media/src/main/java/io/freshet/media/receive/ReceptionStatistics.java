package io.freshet.media.receive;

import io.freshet.media.rtp.RtcpWriter;

/// Counts what came from one SSRC and says so in report blocks. RFC 3550 §6.4.1, Appendices A.3 and
/// A.8. Retransmissions on their own SSRC are not counted: the publisher learns what the path
/// loses.
public final class ReceptionStatistics {
    private static final int MAX_CUMULATIVE_LOST = 0x7F_FFFF; // 24 bits, signed
    private static final int MIN_CUMULATIVE_LOST = -0x80_0000;
    private static final long NS_PER_S = 1_000_000_000L;

    private final int clockRate;

    private boolean started;
    private long firstSeqNo;
    private long highestSeqNo;
    private long received;
    private long expectedBefore; // at the last report
    private long receivedBefore;
    private long lastTransit; // arrival minus timestamp, in timestamp units
    private int lastTimestamp;
    private long jitterTimes16; // RFC 3550 Appendix A.8 keeps sixteen times the estimate
    private int lastSrNtpMiddle;
    private long lastSrNs;
    private boolean senderReported;

    public ReceptionStatistics(int clockRate) {
        this.clockRate = clockRate;
    }

    /// Takes a packet that came on the media SSRC itself.
    ///
    /// @param newest no packet with a higher number came before
    public void onPacket(long seqNo, int wireTimestamp, boolean newest, long nowNs) {
        if (!started) {
            started = true;
            firstSeqNo = seqNo;
            highestSeqNo = seqNo;
            lastTransit = transit(wireTimestamp, nowNs);
            lastTimestamp = wireTimestamp;
            received = 1;
            return;
        }
        received++;
        highestSeqNo = Math.max(highestSeqNo, seqNo);
        if (!newest || wireTimestamp == lastTimestamp) {
            // Packets of one frame leave in a burst with one timestamp: they say nothing of jitter.
            return;
        }
        long transit = transit(wireTimestamp, nowNs);
        long difference = (int) (transit - lastTransit); // timestamps wrap
        lastTransit = transit;
        lastTimestamp = wireTimestamp;
        // RFC 3550 §6.4.1: J += (|D| - J) / 16
        jitterTimes16 += Math.abs(difference) - ((jitterTimes16 + 8) >> 4);
    }

    /// Takes a sender report's time, which report blocks refer to.
    ///
    /// @param ntp of the publisher's sender report
    public void onSenderReport(long ntp, long nowNs) {
        lastSrNtpMiddle = (int) (ntp >>> 16);
        lastSrNs = nowNs;
        senderReported = true;
    }

    /// Adds this SSRC's block to the report that was begun.
    ///
    /// @return false when there is nothing to report or no room
    public boolean writeReportBlock(RtcpWriter out, int ssrc, long nowNs) {
        if (!started) {
            return false;
        }
        long expected = expected();
        long expectedInterval = expected - expectedBefore;
        long lostInterval = expectedInterval - (received - receivedBefore);
        // RFC 3550 Appendix A.3: fraction lost since the last report, in 256ths
        int fraction =
                expectedInterval == 0 || lostInterval <= 0
                        ? 0
                        : (int) Math.min(255, (lostInterval << 8) / expectedInterval);
        boolean written =
                out.addReportBlock(
                        ssrc,
                        fraction,
                        (int) cumulativeLost(),
                        (int) highestSeqNo - (1 << 16), // the unwrapper begins in the second cycle
                        jitter(),
                        senderReported ? lastSrNtpMiddle : 0,
                        senderReported ? delaySinceLastSr(nowNs) : 0);
        if (written) {
            expectedBefore = expected;
            receivedBefore = received;
        }
        return written;
    }

    /// Expected minus received, within 24 bits; negative with duplicates.
    public long cumulativeLost() {
        return Math.clamp(expected() - received, MIN_CUMULATIVE_LOST, MAX_CUMULATIVE_LOST);
    }

    /// In timestamp units.
    public int jitter() {
        return (int) (jitterTimes16 >> 4);
    }

    public void reset() {
        started = false;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        jitterTimes16 = 0;
        senderReported = false;
    }

    private long expected() {
        return started ? highestSeqNo - firstSeqNo + 1 : 0;
    }

    /// In 1/65536 s.
    private int delaySinceLastSr(long nowNs) {
        return (int) ((nowNs - lastSrNs) * 65_536 / NS_PER_S);
    }

    private long transit(int wireTimestamp, long nowNs) {
        long seconds = nowNs / NS_PER_S;
        long arrival = seconds * clockRate + nowNs % NS_PER_S * clockRate / NS_PER_S;
        return arrival - wireTimestamp;
    }
}

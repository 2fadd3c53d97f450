package io.freshet.media.send;

import io.freshet.media.rtp.RtcpWriter;

/// Passes a publisher's sender reports on to one viewer, on the viewer's own timeline, and learns
/// the round trip from the answers. RFC 3550 §6.4.1. The NTP time stays the publisher's, so that
/// the viewer can play audio and video together.
public final class SenderReportTranslator {
    private static final int REMEMBERED = 4;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long MAX_RTT_NS = 10 * NS_PER_S;

    /// The last reports: middle 32 bits of the NTP time and when it was sent.
    private final int[] ntpMiddles = new int[REMEMBERED];

    private final long[] sentNs = new long[REMEMBERED];
    private int reports;

    /// Writes a report.
    ///
    /// @param ntp of the publisher's report
    /// @param wireTimestamp the same moment on the viewer's timeline
    /// @param packetCount that the viewer was sent, likewise octets (of payload)
    public boolean write(
            RtcpWriter out,
            int ssrc,
            long ntp,
            int wireTimestamp,
            int packetCount,
            int octetCount,
            long nowNs) {
        if (!out.writeSenderReport(ssrc, ntp, wireTimestamp, packetCount, octetCount)) {
            return false;
        }
        int slot = reports++ & (REMEMBERED - 1);
        ntpMiddles[slot] = (int) (ntp >>> 16);
        sentNs[slot] = nowNs;
        return true;
    }

    /// The round trip that a report block tells: arrival minus LSR minus DLSR, RFC 3550 §6.4.1,
    /// with LSR taken as the moment at which we sent that report.
    ///
    /// @param lastSr LSR, 0 for none
    /// @param delaySinceLastSr DLSR in 1/65536 s
    /// @return -1 when the block does not tell
    public long rttNs(int lastSr, int delaySinceLastSr, long nowNs) {
        if (lastSr == 0) {
            return -1;
        }
        int known = Math.min(reports, REMEMBERED);
        for (int back = 1;
                back <= known;
                back++) { // the newest first: a moved viewer may see equals
            int slot = (reports - back) & (REMEMBERED - 1);
            if (ntpMiddles[slot] == lastSr) {
                long delayNs = (delaySinceLastSr & 0xFFFF_FFFFL) * NS_PER_S / 65_536;
                long rttNs = nowNs - sentNs[slot] - delayNs;
                return rttNs >= 0 && rttNs <= MAX_RTT_NS ? rttNs : -1;
            }
        }
        return -1;
    }
}

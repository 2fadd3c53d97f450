package io.freshet.media.forward;

import io.freshet.media.receive.TransportFeedbackGenerator;
import io.freshet.media.rtp.RtcpWriter;

/// Writes RTCP to the publisher: reports, NACK, keyframe requests, transport-wide feedback.
/// Feedback goes out alone, without a report ahead of it (RFC 5506 §3.4.2: reduced size).
final class PublisherFeedback {
    private final PeerEgress egress;
    private final int senderSsrc;
    private final RtcpWriter writer = new RtcpWriter();
    private int nackSsrc;
    private int firSeqNo;

    /// @param senderSsrc ours, as the receiver that speaks
    PublisherFeedback(PeerEgress egress, int senderSsrc) {
        this.egress = egress;
        this.senderSsrc = senderSsrc;
    }

    /// Adds to the NACK that [#flush] sends. RFC 4585 §6.2.1.
    void addNack(int mediaSsrc, int packetId, int bitmask) {
        if (writer.isEmpty() || nackSsrc != mediaSsrc || !writer.hasRoomFor(4)) {
            flush();
            writer.writeNack(senderSsrc, mediaSsrc);
            nackSsrc = mediaSsrc;
        }
        writer.addNackEntry(packetId, bitmask);
    }

    /// @param pli negotiated (RFC 4585 §6.3.1); otherwise FIR is used (RFC 5104 §4.3.1)
    void requestKeyframe(int mediaSsrc, boolean pli) {
        flush();
        if (pli) {
            writer.writePli(senderSsrc, mediaSsrc);
        } else {
            writer.writeFir(senderSsrc, mediaSsrc, firSeqNo++ & 0xFF);
        }
        flush();
    }

    void sendReceiverReport(PublishedTrack[] tracks, byte[] cname, long nowNs) {
        flush();
        writer.writeReceiverReport(senderSsrc);
        for (PublishedTrack track : tracks) {
            track.reception().writeReportBlock(writer, track.ssrc(), nowNs);
        }
        writer.writeCname(senderSsrc, cname);
        flush();
    }

    void sendTransportFeedback(TransportFeedbackGenerator generator, int mediaSsrc) {
        flush();
        while (generator.write(writer, senderSsrc, mediaSsrc)) {
            flush();
        }
        generator.onReported();
    }

    void flush() {
        if (!writer.isEmpty()) {
            egress.sendRtcp(writer.buffer(), 0, writer.length());
            writer.clear();
        }
    }
}

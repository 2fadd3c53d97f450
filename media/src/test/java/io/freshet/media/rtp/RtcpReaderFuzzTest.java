package io.freshet.media.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

class RtcpReaderFuzzTest {
    private final RtcpReader reader = new RtcpReader();

    @FuzzTest
    void staysInsideThePacketAndEnds(byte[] bytes) {
        // Exactly as long as the packet: reading beyond it throws.
        reader.wrap(ByteBuffer.wrap(bytes), 0, bytes.length);
        int packets = 0;
        long sum = 0;
        while (reader.next()) {
            packets++;
            sum += readAll();
        }
        if (packets > RtcpReader.MAX_PACKETS || (packets == 0 && sum != 0)) {
            throw new AssertionError(packets + " packets");
        }
    }

    private long readAll() {
        return switch (reader.type()) {
            case RtcpReader.SENDER_REPORT ->
                    reader.srNtp()
                            + reader.srRtpTimestamp()
                            + reader.srPacketCount()
                            + reader.srOctetCount()
                            + readReports();
            case RtcpReader.RECEIVER_REPORT -> readReports();
            case RtcpReader.GOODBYE -> {
                long sum = 0;
                for (int i = 0; i < reader.count(); i++) {
                    sum += reader.byeSsrc(i);
                }
                yield sum;
            }
            case RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.PAYLOAD_FEEDBACK -> readFeedback();
            default -> 0;
        };
    }

    private long readReports() {
        long sum = reader.senderSsrc();
        for (int i = 0; i < reader.count(); i++) {
            sum +=
                    reader.reportSsrc(i)
                            + reader.reportFractionLost(i)
                            + reader.reportCumulativeLost(i)
                            + reader.reportHighestSeqNo(i)
                            + reader.reportJitter(i)
                            + reader.reportLastSr(i)
                            + reader.reportDelaySinceLastSr(i);
        }
        return sum;
    }

    private long readFeedback() {
        long sum = reader.senderSsrc() + reader.mediaSsrc() + reader.rembBps();
        for (int i = 0; i < reader.nackCount(); i++) {
            sum += reader.nackPacketId(i) + reader.nackBitmask(i);
        }
        for (int i = 0; i < reader.firCount(); i++) {
            sum += reader.firSsrc(i) + reader.firSeqNo(i);
        }
        return sum;
    }
}

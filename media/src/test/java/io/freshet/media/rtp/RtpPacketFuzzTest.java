package io.freshet.media.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

class RtpPacketFuzzTest {
    private final RtpPacket packet = new RtpPacket();

    @FuzzTest
    void staysInsideThePacket(byte[] bytes) {
        // Bytes around the packet: reading them would be a mistake that no exception shows.
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 2);
        buffer.put(1, bytes);
        if (!packet.tryRead(buffer, 1, bytes.length)) {
            return;
        }
        int end = 1 + bytes.length;
        check(packet.payloadOffset() >= 13 && packet.payloadLength() >= 0);
        check(packet.payloadOffset() + packet.payloadLength() + packet.paddingLength() == end);
        for (int i = 0; i < packet.extensionCount(); i++) {
            check(packet.extensionOffset(i) >= 17);
            check(packet.extensionOffset(i) + packet.extensionLength(i) <= packet.payloadOffset());
            check(packet.extensionId(i) != 0);
        }
        if (packet.tryUnwrapRetransmission(1, 2)) {
            check(packet.payloadOffset() + packet.payloadLength() + packet.paddingLength() == end);
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError("outside the packet");
        }
    }
}

package io.freshet.media.send;

import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.Hex;
import io.freshet.media.rtp.RtpPacket;
import java.nio.ByteBuffer;

/// Puts packets written as hex into a cache.
final class CachedPackets {
    private CachedPackets() {}

    /// The packet's slot.
    static int add(PacketCache cache, long seqNo, String hex, HeaderExtensionMap ids, long nowNs) {
        ByteBuffer buffer = Hex.parse(hex);
        RtpPacket packet = new RtpPacket();
        if (!packet.tryRead(buffer, 0, buffer.limit()) || !cache.add(seqNo, packet, ids, nowNs)) {
            throw new AssertionError("not cached: " + hex);
        }
        return cache.find(seqNo);
    }

    /// A packet without extensions.
    static String plain(int timestamp, int payloadBytes) {
        return "8060000a%08x00000001".formatted(timestamp) + "5a".repeat(payloadBytes);
    }
}

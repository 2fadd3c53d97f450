package io.freshet.media.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.Hex;
import io.freshet.media.rtp.RtpPacket;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCacheTest {
    private static final HeaderExtensionMap IDS =
            new HeaderExtensionMap(Map.of(HeaderExtension.VIDEO_ORIENTATION, 3));

    private final PacketCache cache = new PacketCache(100_000);

    @Test
    void keepsWhatAHeaderIsMadeOf() {
        // orientation under id 3, an unknown element under id 7
        int slot =
                CachedPackets.add(
                        cache,
                        70_000,
                        "90e0 000a 00000bb8 00000001 bede0001 3001 70ff aabbcc",
                        IDS,
                        5);
        assertThat(cache.seqNo(slot)).isEqualTo(70_000);
        assertThat(cache.wireTimestamp(slot)).isEqualTo(3000);
        assertThat(cache.marker(slot)).isTrue();
        assertThat(cache.arrivedNs(slot)).isEqualTo(5);
        assertThat(Hex.format(cache.bytes(), cache.payloadOffset(slot), cache.payloadLength(slot)))
                .isEqualTo("aabbcc");
        assertThat(
                        Hex.format(
                                cache.bytes(),
                                cache.extensionOffset(slot),
                                cache.extensionLength(slot)))
                .isEqualTo("%02x0101".formatted(HeaderExtension.VIDEO_ORIENTATION.ordinal()));
    }

    @ParameterizedTest
    @ValueSource(longs = {65_536, 65_537, 67_583, 67_584, 98_304, 131_071})
    void forgetsTheOldestWhenItsBytesAreUsedUp(long first) {
        int packets = 500;
        for (int i = 0; i < packets; i++) {
            CachedPackets.add(cache, first + i, CachedPackets.plain(i, 1000), IDS, i);
        }
        int kept = 0;
        for (int i = 0; i < packets; i++) {
            int slot = cache.find(first + i);
            if (slot >= 0) {
                kept++;
                assertThat(cache.wireTimestamp(slot)).isEqualTo(i);
                assertThat(cache.bytes().get(cache.payloadOffset(slot) + 999))
                        .isEqualTo((byte) 0x5a);
            } else {
                assertThat(kept).as("what is kept is the newest").isZero();
            }
        }
        assertThat(kept).isBetween(98, 100);
    }

    @Test
    void forgetsTheOldestWhenItsSlotsAreUsedUp() {
        for (int i = 0; i <= PacketCache.SLOTS; i++) {
            CachedPackets.add(cache, 70_000 + i, CachedPackets.plain(i, 1), IDS, i);
        }
        assertThat(cache.find(70_000)).isEqualTo(-1);
        assertThat(cache.find(70_001)).isNotNegative();
    }

    @Test
    void takesALatePacketButNoneThatIsOlderThanAll() {
        CachedPackets.add(cache, 80_000, CachedPackets.plain(2, 1), IDS, 0);
        CachedPackets.add(cache, 79_999, CachedPackets.plain(1, 1), IDS, 0);
        assertThat(cache.highest()).isEqualTo(80_000);
        assertThat(cache.find(79_999)).isNotNegative();
        assertThat(tryAdd(80_000 - PacketCache.SLOTS, CachedPackets.plain(0, 1))).isFalse();
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(tryAdd(1, CachedPackets.plain(0, PacketCache.MAX_PACKET_BYTES))).isTrue();
        assertThat(tryAdd(2, CachedPackets.plain(0, PacketCache.MAX_PACKET_BYTES + 1))).isFalse();
    }

    @Test
    void isEmptyAfterClear() {
        CachedPackets.add(cache, 80_000, CachedPackets.plain(2, 1), IDS, 0);
        int generation = cache.generation();
        cache.clear();
        assertThat(cache.find(80_000)).isEqualTo(-1);
        assertThat(cache.highest()).isEqualTo(-1);
        assertThat(cache.generation()).isNotEqualTo(generation);
        CachedPackets.add(cache, 66_000, CachedPackets.plain(2, 1), IDS, 0);
        assertThat(cache.find(66_000)).isNotNegative();
    }

    private boolean tryAdd(long seqNo, String hex) {
        ByteBuffer buffer = Hex.parse(hex);
        RtpPacket packet = new RtpPacket();
        assertThat(packet.tryRead(buffer, 0, buffer.limit())).isTrue();
        return cache.add(seqNo, packet, IDS, 0);
    }
}

package io.freshet.media.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.Hex;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpRewriterTest {
    private static final long MS = 1_000_000L;
    private static final HeaderExtensionMap SOURCE_IDS =
            new HeaderExtensionMap(
                    Map.of(
                            HeaderExtension.MID, 1,
                            HeaderExtension.TRANSPORT_CC, 2,
                            HeaderExtension.VIDEO_ORIENTATION, 3,
                            HeaderExtension.PLAYOUT_DELAY, 4,
                            HeaderExtension.COLOR_SPACE, 5));

    private final PacketCache cache = new PacketCache(1 << 16);
    private final ByteBuffer out = ByteBuffer.allocate(4096);

    private static HeaderExtensionBlock block(Map<HeaderExtension, Integer> ids) {
        return block(ids, HeaderExtensionBlock.NO_PLAYOUT_DELAY, true);
    }

    private static HeaderExtensionBlock block(
            Map<HeaderExtension, Integer> ids, int playoutDelay, boolean hopFields) {
        return new HeaderExtensionBlock(new HeaderExtensionMap(ids), "v0", playoutDelay, hopFields);
    }

    private static RtpRewriter rewriter(HeaderExtensionBlock block) {
        return new RtpRewriter(0xCAFE, 120, 90_000, block, new Random(3));
    }

    private int addExtended(long seqNo) {
        // MID "1", transport number 0xabcd, orientation 1, playout delay, colour space of 3 bytes
        return CachedPackets.add(
                cache,
                seqNo,
                """
                90e0 000a 00000bb8 00000001
                bede0004 1031 21abcd 3001 42010002 52aabbcc 00
                77\
                """,
                SOURCE_IDS,
                0);
    }

    private String header(HeaderExtensionBlock block, long nowNs) {
        RtpRewriter rewriter = rewriter(block);
        int slot = addExtended(70_000);
        rewriter.beginSpan(70_000, 3000, 3000, 0);
        int length = rewriter.writeHeader(out, cache, slot, 0x1234, nowNs);
        long seqNo = rewriter.seqNo(70_000);
        assertThat(Hex.format(out, 0, 2)).isEqualTo(length == 12 ? "80f8" : "90f8");
        assertThat(out.getShort(2)).isEqualTo((short) seqNo);
        assertThat(Hex.format(out, 4, 8)).isEqualTo("00000bb80000cafe");
        return Hex.format(out, 12, length - 12);
    }

    @Test
    void writesNoBlockWhereNothingWasNegotiated() {
        assertThat(header(block(Map.of()), 0)).isEmpty();
    }

    @Test
    void putsTheViewersIdsInPlaceOfThePublishers() {
        String block = header(block(Map.of(HeaderExtension.VIDEO_ORIENTATION, 9)), 0);
        assertThat(block).isEqualTo("bede0001" + "9001" + "0000");
    }

    @Test
    void writesTheViewersMid() {
        String block =
                header(
                        block(Map.of(HeaderExtension.MID, 4, HeaderExtension.VIDEO_ORIENTATION, 9)),
                        0);
        assertThat(block).isEqualTo("bede0002" + "417630" + "9001" + "000000");
    }

    @Test
    void writesTheViewersOwnTransportNumberAndSendTime() {
        String block =
                header(
                        block(
                                Map.of(
                                        HeaderExtension.TRANSPORT_CC,
                                        6,
                                        HeaderExtension.ABS_SEND_TIME,
                                        7)),
                        65_500 * MS); // 65.5 s: 1.5 s after the wrap at 64 s
        assertThat(block).isEqualTo("bede0002" + "611234" + "72060000" + "00");
    }

    @Test
    void leavesFieldsOfOneHopOutWherePacketsAreSentTwiceUnchanged() {
        String block =
                header(
                        block(
                                Map.of(HeaderExtension.TRANSPORT_CC, 6),
                                HeaderExtensionBlock.NO_PLAYOUT_DELAY,
                                false),
                        0);
        assertThat(block).isEmpty();
    }

    @Test
    void passesThePublishersPlayoutDelayOn() {
        String block = header(block(Map.of(HeaderExtension.PLAYOUT_DELAY, 8)), 0);
        assertThat(block).isEqualTo("bede0001" + "82010002");
    }

    @Test
    void writesTheViewersPlayoutDelayInsteadOfThePublishers() {
        String block =
                header(block(Map.of(HeaderExtension.PLAYOUT_DELAY, 8), (10 << 12) | 20, true), 0);
        assertThat(block).isEqualTo("bede0001" + "8200a014");
    }

    @Test
    void takesTheTwoByteFormWhenAnIdNeedsIt() {
        String block =
                header(
                        block(
                                Map.of(
                                        HeaderExtension.MID,
                                        20,
                                        HeaderExtension.VIDEO_ORIENTATION,
                                        9)),
                        0);
        assertThat(block).isEqualTo("10000002" + "14027630" + "090101" + "00");
    }

    @Test
    void buildsTheBlockOfEachPacketAnew() {
        HeaderExtensionBlock block = block(Map.of(HeaderExtension.VIDEO_ORIENTATION, 9));
        RtpRewriter rewriter = rewriter(block);
        int plain = CachedPackets.add(cache, 70_001, CachedPackets.plain(3000, 1), SOURCE_IDS, 0);
        int extended = addExtended(70_000);
        rewriter.beginSpan(70_000, 3000, 3000, 0);
        assertThat(rewriter.writeHeader(out, cache, extended, 0, 0)).isEqualTo(20);
        assertThat(rewriter.writeHeader(out, cache, plain, 0, 0)).isEqualTo(12);
        assertThat(rewriter.writeHeader(out, cache, extended, 0, 0)).isEqualTo(20);
    }

    @Test
    void writesARetransmissionsOwnFields() {
        RtpRewriter rewriter = rewriter(block(Map.of()));
        int slot = addExtended(70_000);
        rewriter.beginSpan(70_000, 3000, 3000, 0);
        rewriter.writeHeader(out, cache, slot, 0, 0);
        int length = rewriter.writeRetransmissionHeader(out, cache, slot, 121, 77, 0xBEEF, 0, 0);
        assertThat(Hex.format(out, 0, length)).isEqualTo("80f9004d00000bb80000beef");
    }

    @ParameterizedTest
    @ValueSource(longs = {65_536, 65_537, 98_303, 98_304, 131_070, 131_071})
    void continuesNumbersAndTimestampsWithTheNextSource(long second) {
        RtpRewriter rewriter = rewriter(block(Map.of()));
        int slot = CachedPackets.add(cache, 70_000, CachedPackets.plain(-10, 1), SOURCE_IDS, 0);
        rewriter.beginSpan(70_000, -10, -10, 0);
        rewriter.writeHeader(out, cache, slot, 0, 1000 * MS);
        long before = rewriter.seqNo(70_000);
        int beforeTimestamp = rewriter.timestamp(-10);
        rewriter.beginSpan(second, 0x7FFF_FFFF, 0x7FFF_FFFF, 1500 * MS);
        assertThat(rewriter.seqNo(second)).isEqualTo(before + 1);
        assertThat(rewriter.timestamp(0x7FFF_FFFF) - beforeTimestamp).isEqualTo(45_000);
        assertThat(rewriter.isFree(second)).isTrue();
        assertThat(rewriter.isFree(second - 1))
                .as("that number went to the first source")
                .isFalse();
    }

    @Test
    void findsThePacketThatAViewerNames() {
        RtpRewriter rewriter = rewriter(block(Map.of()));
        assertThat(rewriter.trackSeqNo(1)).as("nothing was sent").isNegative();
        rewriter.beginSpan(70_000, 0, 0, 0);
        for (int i = 0; i < 40; i++) {
            int slot =
                    CachedPackets.add(cache, 70_000 + i, CachedPackets.plain(i, 1), SOURCE_IDS, 0);
            rewriter.writeHeader(out, cache, slot, 0, 0);
        }
        int first = (int) rewriter.seqNo(70_000);
        assertThat(rewriter.trackSeqNo(first & 0xFFFF)).isEqualTo(70_000);
        assertThat(rewriter.trackSeqNo((first + 39) & 0xFFFF)).isEqualTo(70_039);
        assertThat(rewriter.trackSeqNo((first + 40) & 0xFFFF)).isNegative();
        assertThat(rewriter.trackSeqNo((first + 30_000) & 0xFFFF)).isNegative();
    }

    @Test
    void squeezesWhatIsReplayedTowardsTheLivePicture() {
        RtpRewriter rewriter = rewriter(block(Map.of()));
        rewriter.beginSpan(70_000, 0, 16_000, 0);
        assertThat(rewriter.timestamp(0)).isEqualTo(15_000);
        assertThat(rewriter.timestamp(8_000)).isEqualTo(15_500);
        assertThat(rewriter.timestamp(16_000)).isEqualTo(16_000);
        assertThat(rewriter.timestamp(19_000)).isEqualTo(19_000);
        assertThat(rewriter.reportTimestamp(8_000)).isEqualTo(8_000);
    }
}

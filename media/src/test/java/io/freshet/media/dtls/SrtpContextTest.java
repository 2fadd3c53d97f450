package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SrtpContextTest {
    private static final int SSRC = 0xcafebabe;
    private static final int HEADER = 20; // with 8 bytes of header extension
    private static final SrtpConfig SMALL = new SrtpConfig(2, 128, 64);

    @ParameterizedTest
    @EnumSource
    void whatIsSentArrives(SrtpProfile profile) {
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
        for (int size : new int[] {0, 1, 15, 16, 17, 1200}) {
            ByteBuffer packet = protect(sender, 100 + size, size);
            assertThat(packet.limit()).isEqualTo(HEADER + size + profile.tagBytes());
            assertThat(receiver.unprotectRtp(packet, 0, packet.limit())).isEqualTo(HEADER + size);
            assertThat(packet.slice(HEADER, size)).isEqualTo(payload(100 + size, size));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sharedPayloadIsLeftAlone(SrtpProfile profile) {
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        ByteBuffer payload = payload(1, 500);
        ByteBuffer out = ByteBuffer.allocate(600);
        writeHeader(out, 0, SSRC, 1);
        sender.protectRtp(out, 0, HEADER, payload, 0, 500, 1);
        assertThat(payload).isEqualTo(payload(1, 500));
        assertThat(out.slice(HEADER, 500)).isNotEqualTo(payload);
    }

    @ParameterizedTest
    @EnumSource
    void everyChangedByteIsNoticedAndNothingElseChanges(SrtpProfile profile) {
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        ByteBuffer good = protect(sender, 7, 40);
        for (int i = 0; i < good.limit(); i++) {
            // A receiver of its own each time: the SSRC may be the byte that changes.
            SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
            ByteBuffer bad = copy(good);
            bad.put(i, (byte) (bad.get(i) ^ 0x20));
            ByteBuffer before = copy(bad);
            assertThat(receiver.unprotectRtp(bad, 0, bad.limit())).as("byte %d", i).isNegative();
            assertThat(bad).isEqualTo(before);
            assertThat(receiver.unprotectRtp(copy(good), 0, good.limit())).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyChangedByteOfRtcpIsNoticed(SrtpProfile profile) {
        ByteBuffer good = protectRtcp(SrtpContexts.sender(keys(profile)), SSRC, 52);
        for (int i = 0; i < good.limit(); i++) {
            SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
            ByteBuffer bad = copy(good);
            bad.put(i, (byte) (bad.get(i) ^ 0x20));
            assertThat(receiver.unprotectRtcp(bad, 0, bad.limit())).as("byte %d", i).isNegative();
            assertThat(receiver.unprotectRtcp(copy(good), 0, good.limit())).isEqualTo(52);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationIsRefused(SrtpProfile profile) {
        SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        ByteBuffer rtp = protect(sender, 7, 40);
        ByteBuffer rtcp = protectRtcp(sender, SSRC, 28);
        for (int length = 0; length < rtp.limit(); length++) {
            assertThat(receiver.unprotectRtp(copy(rtp), 0, length)).isNegative();
        }
        for (int length = 0; length < rtcp.limit(); length++) {
            assertThat(receiver.unprotectRtcp(copy(rtcp), 0, length)).isNegative();
        }
    }

    @ParameterizedTest
    @EnumSource
    void repetitionsAreRefused(SrtpProfile profile) {
        SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        ByteBuffer rtp = protect(sender, 7, 40);
        ByteBuffer rtcp = protectRtcp(sender, SSRC, 28);
        assertThat(receiver.unprotectRtp(copy(rtp), 0, rtp.limit())).isPositive();
        assertThat(receiver.unprotectRtp(copy(rtp), 0, rtp.limit()))
                .isEqualTo(SrtpReceiver.REPLAYED);
        assertThat(receiver.unprotectRtcp(copy(rtcp), 0, rtcp.limit())).isPositive();
        assertThat(receiver.unprotectRtcp(copy(rtcp), 0, rtcp.limit()))
                .isEqualTo(SrtpReceiver.REPLAYED);
    }

    @Test
    void reorderedPacketsAreTakenWithinTheWindowOnly() {
        SrtpKeys keys = keys(SrtpProfile.AEAD_AES_128_GCM);
        SrtpReceiver receiver =
                SrtpContexts.receiver(keys.swapped(), SMALL, SrtpCipherProvider.jdk());
        SrtpSender sender = SrtpContexts.sender(keys);
        assertThat(unprotect(receiver, protect(sender, 1000, 10))).isPositive();
        ByteBuffer tooOld = protect(sender, 1001, 10);
        ByteBuffer justInTime = protect(sender, 1002, 10);
        assertThat(unprotect(receiver, protect(sender, 1001 + 128, 10))).isPositive();
        assertThat(unprotect(receiver, tooOld)).isEqualTo(SrtpReceiver.REPLAYED);
        assertThat(unprotect(receiver, justInTime)).isPositive();
        assertThat(unprotect(receiver, justInTime)).isEqualTo(SrtpReceiver.REPLAYED);
    }

    static List<Long> starts() {
        return List.of(
                0L, 1L, 32766L, 32767L, 32768L, 65533L, 65534L, 65535L, 65536L, 131070L, 6553500L);
    }

    /// Random losses and local reordering over more than two wraps; the receiver starts late in the
    /// sequence just as a viewer's browser would, but never beyond the first wrap unless the stream
    /// does.
    @ParameterizedTest
    @MethodSource("starts")
    void rolloverIsFollowedFromAnyStart(long start) {
        SrtpProfile profile = SrtpProfile.AEAD_AES_128_GCM;
        long first = start & 0xffff; // a stream begins with rollover counter 0
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
        Random random = new Random(start);
        List<ByteBuffer> burst = new ArrayList<>();
        assertThat(unprotect(receiver, protect(sender, first, 3))).isPositive();
        for (long seqNo = first + 1; seqNo < first + 140_000; seqNo += 1 + random.nextInt(60)) {
            burst.add(protect(sender, seqNo, 3));
            if (burst.size() == 8) {
                Collections.shuffle(burst, random);
                for (ByteBuffer packet : burst) {
                    assertThat(unprotect(receiver, packet)).isEqualTo(HEADER + 3);
                }
                burst.clear();
            }
        }
    }

    @Test
    void streamWhoseFirstPacketsBeforeTheWrapWereLostIsFollowed() {
        SrtpProfile profile = SrtpProfile.AEAD_AES_128_GCM;
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
        ByteBuffer late = protect(sender, 65_535, 3);
        assertThat(unprotect(receiver, protect(sender, 65_536, 3))).isPositive();
        assertThat(unprotect(receiver, protect(sender, 65_537, 3))).isPositive();
        assertThat(unprotect(receiver, late)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "0, 32768, 32768",
        "0, 32769, -1", // before the first rollover there is nothing
        "65535, 0, 65536",
        "65535, 65534, 65534",
        "65536, 65535, 65535",
        "65535, 32767, 32767", // exactly half a turn back
        "65535, 32766, 98302",
        "98303, 32767, 98303",
        "98304, 0, 65536",
        "98304, 65535, 131071",
        "131071, 0, 131072",
        "281474976710655, 65534, 281474976710654",
        "281474976710655, 0, -1" // the last one there can be was
    })
    void indexIsTheNearestOne(long highest, int wireSeqNo, long index) {
        assertThat(SrtpReceiverContext.guessIndex(highest, wireSeqNo)).isEqualTo(index);
    }

    @Test
    void unauthenticatedSsrcsGetNoState() {
        SrtpProfile profile = SrtpProfile.AEAD_AES_128_GCM;
        SrtpReceiver receiver =
                SrtpContexts.receiver(keys(profile).swapped(), SMALL, SrtpCipherProvider.jdk());
        SrtpSender stranger = SrtpContexts.sender(keys(profile, 99));
        for (int ssrc = 1; ssrc <= 10; ssrc++) {
            assertThat(unprotect(receiver, protect(stranger, ssrc, 1, 10)))
                    .isEqualTo(SrtpReceiver.AUTHENTICATION_FAILED);
            ByteBuffer rtcp = protectRtcp(stranger, ssrc, 28);
            assertThat(receiver.unprotectRtcp(rtcp, 0, rtcp.limit()))
                    .isEqualTo(SrtpReceiver.AUTHENTICATION_FAILED);
        }
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        assertThat(unprotect(receiver, protect(sender, 1, 1, 10))).isPositive();
        assertThat(unprotect(receiver, protect(sender, 2, 1, 10))).isPositive();
        assertThat(unprotect(receiver, protect(sender, 3, 1, 10)))
                .isEqualTo(SrtpReceiver.TOO_MANY_SSRCS);
        assertThat(unprotect(receiver, protect(sender, 2, 2, 10))).isPositive();
    }

    @Test
    void rtpAndRtcpOfOneSsrcShareItsState() {
        SrtpProfile profile = SrtpProfile.AES_CM_128_HMAC_SHA1_80;
        SrtpReceiver receiver =
                SrtpContexts.receiver(keys(profile).swapped(), SMALL, SrtpCipherProvider.jdk());
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        for (int ssrc = 1; ssrc <= 2; ssrc++) {
            ByteBuffer rtcp = protectRtcp(sender, ssrc, 28);
            assertThat(receiver.unprotectRtcp(rtcp, 0, rtcp.limit())).isPositive();
            assertThat(unprotect(receiver, protect(sender, ssrc, 65_535, 10))).isPositive();
            assertThat(unprotect(receiver, protect(sender, ssrc, 65_536, 10))).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void identicalPacketMayBeProtectedAgainAtOnceAndLater(SrtpProfile profile) {
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        ByteBuffer first = protect(sender, 7, 40);
        assertThat(protect(sender, 7, 40)).isEqualTo(first);
        assertThat(protect(sender, 7, 40)).isEqualTo(first);
        protect(sender, 8, 40);
        assertThat(protect(sender, 7, 40)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void otherPayloadUnderAUsedIndexIsRefusedAndWiped(SrtpProfile profile) {
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        protect(sender, 7, 40);
        ByteBuffer out = ByteBuffer.allocate(100);
        writeHeader(out, 0, SSRC, 7);
        assertThat(sender.protectRtp(out, 0, HEADER, payload(8, 40), 0, 40, 7))
                .isEqualTo(SrtpSender.INDEX_REUSED);
        assertThat(out.slice(HEADER, 80)).isEqualTo(ByteBuffer.allocate(80));
    }

    @ParameterizedTest
    @EnumSource
    void otherHeaderExtensionUnderAUsedIndexIsRefused(SrtpProfile profile) {
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        protect(sender, 7, 40);
        ByteBuffer out = ByteBuffer.allocate(100);
        writeHeader(out, 0, SSRC, 7);
        out.put(HEADER - 1, (byte) 1);
        assertThat(sender.protectRtp(out, 0, HEADER, payload(7, 40), 0, 40, 7))
                .isEqualTo(SrtpSender.INDEX_REUSED);
    }

    @Test
    void resendThatIsTooOldToBeCheckedIsRefused() {
        SrtpSender sender =
                SrtpContexts.sender(
                        keys(SrtpProfile.AEAD_AES_128_GCM), SMALL, SrtpCipherProvider.jdk());
        protect(sender, 1000, 10);
        protect(sender, 1063, 10);
        assertThat(protect(sender, 1000, 10).limit()).isPositive();
        protect(sender, 1064, 10);
        ByteBuffer out = ByteBuffer.allocate(100);
        writeHeader(out, 0, SSRC, 1000);
        assertThat(sender.protectRtp(out, 0, HEADER, payload(1000, 10), 0, 10, 1000))
                .isEqualTo(SrtpSender.INDEX_REUSED);
    }

    @Test
    void senderRefusesMoreSsrcsThanConfigured() {
        SrtpSender sender =
                SrtpContexts.sender(
                        keys(SrtpProfile.AEAD_AES_128_GCM), SMALL, SrtpCipherProvider.jdk());
        protect(sender, 1, 1, 10);
        protect(sender, 2, 1, 10);
        ByteBuffer out = ByteBuffer.allocate(100);
        writeHeader(out, 0, 3, 1);
        assertThat(sender.protectRtp(out, 0, HEADER, payload(1, 10), 0, 10, 1))
                .isEqualTo(SrtpSender.TOO_MANY_SSRCS);
    }

    @Test
    void senderRefusesToProtectBeyondTheLastIndex() {
        SrtpSender sender = SrtpContexts.sender(keys(SrtpProfile.AEAD_AES_128_GCM));
        long last = (1L << 48) - 1;
        assertThat(protect(sender, last, 10).limit()).isPositive();
        ByteBuffer out = ByteBuffer.allocate(100);
        writeHeader(out, 0, SSRC, last + 1);
        assertThat(sender.protectRtp(out, 0, HEADER, payload(1, 10), 0, 10, last + 1))
                .isEqualTo(SrtpSender.KEY_EXHAUSTED);
    }

    @ParameterizedTest
    @EnumSource
    void senderRefusesToProtectRtcpBeyondTheLastIndex(SrtpProfile profile) {
        SrtpSenderContext sender = (SrtpSenderContext) SrtpContexts.sender(keys(profile));
        SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
        sender.skipRtcpIndicesTo((1L << 31) - 1);
        ByteBuffer last = protectRtcp(sender, SSRC, 28);
        assertThat(receiver.unprotectRtcp(last, 0, last.limit())).isEqualTo(28);
        ByteBuffer packet = ByteBuffer.allocate(100);
        packet.put(0, (byte) 0x80);
        assertThat(sender.protectRtcp(packet, 0, 28)).isEqualTo(SrtpSender.KEY_EXHAUSTED);
    }

    @Test
    void sequenceNumberThatIsNotTheHeadersIsABug() {
        SrtpSender sender = SrtpContexts.sender(keys(SrtpProfile.AEAD_AES_128_GCM));
        ByteBuffer out = ByteBuffer.allocate(100);
        writeHeader(out, 0, SSRC, 5);
        assertThatThrownBy(() -> sender.protectRtp(out, 0, HEADER, payload(1, 9), 0, 9, 6))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void worksAtOffsetsAndInDirectBuffers(SrtpProfile profile) {
        SrtpSender sender = SrtpContexts.sender(keys(profile));
        SrtpReceiver receiver = SrtpContexts.receiver(keys(profile).swapped());
        ByteBuffer out = ByteBuffer.allocateDirect(300);
        writeHeader(out, 77, SSRC, 5);
        ByteBuffer shared = ByteBuffer.allocateDirect(200);
        shared.put(33, payload(5, 100), 0, 100);
        int length = sender.protectRtp(out, 77, HEADER, shared.asReadOnlyBuffer(), 33, 100, 5);
        assertThat(receiver.unprotectRtp(out, 77, length)).isEqualTo(HEADER + 100);
        assertThat(out.slice(77 + HEADER, 100)).isEqualTo(payload(5, 100));
        ByteBuffer rtcp = ByteBuffer.allocateDirect(200);
        rtcp.put(50, (byte) 0x80).putInt(54, SSRC);
        int rtcpLength = sender.protectRtcp(rtcp, 50, 28);
        assertThat(receiver.unprotectRtcp(rtcp, 50, rtcpLength)).isEqualTo(28);
    }

    @Test
    void keysAreCutFromTheExportInTheOrderOfRfc5764() {
        byte[] exported = new byte[56];
        for (int i = 0; i < exported.length; i++) {
            exported[i] = (byte) i;
        }
        SrtpKeys server = SrtpKeys.ofServer(SrtpProfile.AEAD_AES_128_GCM, exported);
        assertThat(server.remoteKey()).startsWith(0, 1).hasSize(16);
        assertThat(server.localKey()).startsWith(16, 17).hasSize(16);
        assertThat(server.remoteSalt()).startsWith(32, 33).hasSize(12);
        assertThat(server.localSalt()).startsWith(44, 45).hasSize(12);
        SrtpKeys client = SrtpKeys.ofClient(SrtpProfile.AEAD_AES_128_GCM, exported);
        assertThat(client.localKey()).isEqualTo(server.remoteKey());
        assertThatThrownBy(() -> SrtpKeys.ofServer(SrtpProfile.AEAD_AES_128_GCM, new byte[60]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static SrtpKeys keys(SrtpProfile profile) {
        return keys(profile, 1);
    }

    static SrtpKeys keys(SrtpProfile profile, long seed) {
        byte[] exported = new byte[SrtpKeys.exportedBytes(profile)];
        new Random(seed).nextBytes(exported);
        return SrtpKeys.ofServer(profile, exported);
    }

    static ByteBuffer protectRtcp(SrtpSender sender, int ssrc, int length) {
        ByteBuffer packet = ByteBuffer.allocate(length + 24);
        packet.put(0, (byte) 0x80).put(1, (byte) 200).putInt(4, ssrc);
        return packet.limit(sender.protectRtcp(packet, 0, length));
    }

    static ByteBuffer protect(SrtpSender sender, long seqNo, int payloadLength) {
        return protect(sender, SSRC, seqNo, payloadLength);
    }

    static ByteBuffer protect(SrtpSender sender, int ssrc, long seqNo, int payloadLength) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payloadLength + 16);
        writeHeader(out, 0, ssrc, seqNo);
        return out.limit(
                sender.protectRtp(
                        out, 0, HEADER, payload(seqNo, payloadLength), 0, payloadLength, seqNo));
    }

    private static int unprotect(SrtpReceiver receiver, ByteBuffer packet) {
        return receiver.unprotectRtp(packet, 0, packet.limit());
    }

    private static ByteBuffer payload(long seed, int length) {
        byte[] payload = new byte[length];
        new Random(seed).nextBytes(payload);
        return ByteBuffer.wrap(payload);
    }

    private static void writeHeader(ByteBuffer out, int offset, int ssrc, long seqNo) {
        out.put(offset, (byte) 0x90).put(offset + 1, (byte) 96);
        out.putShort(offset + 2, (short) seqNo).putInt(offset + 4, 90_000).putInt(offset + 8, ssrc);
        out.putShort(offset + 12, (short) 0xbede).putShort(offset + 14, (short) 1);
    }

    private static ByteBuffer copy(ByteBuffer buffer) {
        ByteBuffer copy = ByteBuffer.allocate(buffer.limit());
        return copy.put(0, buffer, 0, buffer.limit());
    }
}

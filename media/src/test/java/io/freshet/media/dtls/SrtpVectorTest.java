package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SrtpVectorTest {
    private static final SrtpCipherProvider CIPHERS = SrtpCipherProvider.jdk();
    private static final byte[] KEY_7714 = hex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] SALT_7714 = hex("517569642070726f2071756f");
    private static final String RTP_7714 =
            """
            8040f17b 8041f8d3 5501a0b2 47616c6c 69612065 7374206f 6d6e6973 20646976
            69736120 696e2070 61727465 73207472 6573
            """;
    private static final String SRTP_7714 =
            """
            8040f17b 8041f8d3 5501a0b2 f24de3a3 fb34de6c acba861c 9d7e4bca be633bd5
            0d294e6f 42a5f47a 51c7d19b 36de3adf 8833899d 7f27beb1 6a9152cf 765ee439 0cce
            """;
    private static final String RTCP_7714 =
            """
            81c8000d 4d617273 4e545031 4e545032 52545020 0000042a 0000e930 4c756e61
            deadbeef deadbeef deadbeef deadbeef deadbeef
            """;
    private static final String SRTCP_7714 =
            """
            81c8000d 4d617273 63e94885 dcdab67c a727d766 2f6b7e99 7ff5c0f7 6c06f32d
            c676a5f1 730d6fda 4ce09b46 86303ded 0bb9275b c84aa458 96cf4d2f c5abf872
            45d9eade 800005d4
            """;
    private static final String SRTCP_7714_NOT_ENCRYPTED =
            """
            81c8000d 4d617273 4e545031 4e545032 52545020 0000042a 0000e930 4c756e61
            deadbeef deadbeef deadbeef deadbeef deadbeef 841dd968 3dd78ec9 2ae58790
            125f62b3 000005d4
            """;
    private static final int INDEX_7714 = 0x5d4;

    /// Packets whose protected forms are known from other implementations: they check the
    /// derivation and the profile together.
    private static final String RTP = "800f1234decafbadcafebabe" + "ab".repeat(16);

    private static final String RTCP = "81c8000bcafebabe" + "ab".repeat(16);

    @Test
    void keystreamIsThatOfRfc3711AppendixB2() {
        byte[] zeros = new byte[16 * 0xff02];
        ByteBuffer keystream = ByteBuffer.allocate(zeros.length);
        CIPHERS.aesCtr(hex("2B7E151628AED2A6ABF7158809CF4F3C"))
                .apply(
                        hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000"),
                        ByteBuffer.wrap(zeros),
                        0,
                        zeros.length,
                        keystream,
                        0);
        assertThat(block(keystream, 0)).isEqualTo("e03ead0935c95e80e166b16dd92b4eb4");
        assertThat(block(keystream, 1)).isEqualTo("d23513162b02d0f72a43a2fe4a5f97ab");
        assertThat(block(keystream, 2)).isEqualTo("41e95b3bb0a2e8dd477901e4fca894c0");
        assertThat(block(keystream, 0xfeff)).isEqualTo("ec8cdf7398607cb0f2d21675ea9ea1e4");
        assertThat(block(keystream, 0xff00)).isEqualTo("362b7c3c6773516318a077d7fc5073ae");
        assertThat(block(keystream, 0xff01)).isEqualTo("6a2cc3787889374fbeb4c81b17ba6c44");
    }

    @Test
    void sessionKeysAreThoseOfRfc3711AppendixB3() {
        SrtpSessionKeys keys =
                SrtpSessionKeys.ofRtp(
                        SrtpProfile.AES_CM_128_HMAC_SHA1_80,
                        hex("E1F97A0D3E018BE0D64FA32C06DE4139"),
                        hex("0EC675AD498AFEEBB6960B3AABE6"),
                        CIPHERS);
        assertThat(keys.encryptionKey).isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
        assertThat(keys.salt).isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
        assertThat(keys.authenticationKey)
                .isEqualTo(hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"));
    }

    @Test
    void rtcpKeysDifferFromRtpKeys() {
        byte[] key = hex("E1F97A0D3E018BE0D64FA32C06DE4139");
        byte[] salt = hex("0EC675AD498AFEEBB6960B3AABE6");
        SrtpProfile profile = SrtpProfile.AES_CM_128_HMAC_SHA1_80;
        SrtpSessionKeys rtp = SrtpSessionKeys.ofRtp(profile, key, salt, CIPHERS);
        SrtpSessionKeys rtcp = SrtpSessionKeys.ofRtcp(profile, key, salt, CIPHERS);
        assertThat(rtcp.encryptionKey).isNotEqualTo(rtp.encryptionKey);
        assertThat(rtcp.authenticationKey).isNotEqualTo(rtp.authenticationKey);
        assertThat(rtcp.salt).isNotEqualTo(rtp.salt);
    }

    @Test
    void gcmRtpIsThatOfRfc7714Section16() {
        ByteBuffer plain = ByteBuffer.wrap(hex(RTP_7714));
        ByteBuffer out = ByteBuffer.allocate(200);
        out.put(3, plain, 0, 12);
        int length = gcm7714().protectRtp(out, 3, 12, plain, 12, plain.limit() - 12, 0xf17b);
        assertThat(slice(out, 3, length)).isEqualTo(hex(SRTP_7714));
        assertThat(gcm7714().unprotectRtp(out, 3, length, 12, 0xf17b)).isTrue();
        assertThat(slice(out, 3, plain.limit())).isEqualTo(plain.array());
    }

    @Test
    void gcmRtcpIsThatOfRfc7714Section17() {
        byte[] plain = hex(RTCP_7714);
        ByteBuffer packet = ByteBuffer.allocate(200);
        packet.put(5, plain);
        int length = gcm7714().protectRtcp(packet, 5, plain.length, INDEX_7714);
        assertThat(slice(packet, 5, length)).isEqualTo(hex(SRTCP_7714));
        assertThat(gcm7714().rtcpIndexWord(packet, 5, length)).isEqualTo(0x800005d4);
        assertThat(gcm7714().unprotectRtcp(packet, 5, length)).isTrue();
        assertThat(slice(packet, 5, plain.length)).isEqualTo(plain);
    }

    @Test
    void gcmRtcpWithoutEncryptionIsThatOfRfc7714Section17() {
        ByteBuffer packet = ByteBuffer.wrap(hex(SRTCP_7714_NOT_ENCRYPTED));
        assertThat(gcm7714().unprotectRtcp(packet, 0, packet.limit())).isTrue();
        assertThat(slice(packet, 0, hex(RTCP_7714).length)).isEqualTo(hex(RTCP_7714));
        packet.put(20, (byte) (packet.get(20) ^ 1));
        assertThat(gcm7714().unprotectRtcp(packet, 0, packet.limit())).isFalse();
    }

    @Test
    void counterModeAgreesWithOtherImplementations() {
        SrtpTransform transform =
                new CounterModeTransform(
                        keys(SrtpProfile.AES_CM_128_HMAC_SHA1_80, false),
                        keys(SrtpProfile.AES_CM_128_HMAC_SHA1_80, true),
                        CIPHERS);
        assertProtects(
                transform,
                "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb",
                "81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798");
    }

    @Test
    void gcmWithDerivedKeysAgreesWithOtherImplementations() {
        SrtpTransform transform =
                new GcmTransform(
                        keys(SrtpProfile.AEAD_AES_128_GCM, false),
                        keys(SrtpProfile.AEAD_AES_128_GCM, true),
                        CIPHERS);
        assertProtects(
                transform,
                "800f1234decafbadcafebabec5002ede04cfdd2eb91159e0880aa06ed2976826"
                        + "f796b201df3131a127e8a392",
                "81c8000bcafebabec98b8b5df0392a55852b6c21ac8e7025c52c6fbea2b3b446"
                        + "ea31123ba88ce61e80000001");
    }

    @Test
    void directBuffersGiveTheSameBytes() {
        ByteBuffer plain = ByteBuffer.allocateDirect(100).put(hex(RTP_7714)).flip();
        ByteBuffer out = ByteBuffer.allocateDirect(200);
        out.put(3, plain, 0, 12);
        int length = gcm7714().protectRtp(out, 3, 12, plain, 12, plain.limit() - 12, 0xf17b);
        assertThat(slice(out, 3, length)).isEqualTo(hex(SRTP_7714));
        assertThat(gcm7714().unprotectRtp(out, 3, length, 12, 0xf17b)).isTrue();
        assertThat(slice(out, 3, plain.limit())).isEqualTo(hex(RTP_7714));
    }

    private static void assertProtects(SrtpTransform transform, String srtp, String srtcp) {
        ByteBuffer plain = ByteBuffer.wrap(hex(RTP)).asReadOnlyBuffer();
        ByteBuffer out = ByteBuffer.allocate(100).put(0, hex(RTP), 0, 12);
        int length = transform.protectRtp(out, 0, 12, plain, 12, 16, 0x1234);
        assertThat(slice(out, 0, length)).isEqualTo(hex(srtp));
        assertThat(transform.unprotectRtp(out, 0, length, 12, 0x1234)).isTrue();
        assertThat(slice(out, 0, 28)).isEqualTo(hex(RTP));

        ByteBuffer rtcp = ByteBuffer.allocate(100).put(0, hex(RTCP));
        length = transform.protectRtcp(rtcp, 0, 24, 1);
        assertThat(slice(rtcp, 0, length)).isEqualTo(hex(srtcp));
        assertThat(transform.unprotectRtcp(rtcp, 0, length)).isTrue();
        assertThat(slice(rtcp, 0, 24)).isEqualTo(hex(RTCP));
    }

    private static SrtpSessionKeys keys(SrtpProfile profile, boolean rtcp) {
        byte[] key =
                switch (profile) {
                    case AEAD_AES_128_GCM -> KEY_7714;
                    case AES_CM_128_HMAC_SHA1_80 -> hex("E1F97A0D3E018BE0D64FA32C06DE4139");
                };
        byte[] salt =
                switch (profile) {
                    case AEAD_AES_128_GCM -> hex("a0a1a2a3a4a5a6a7a8a9aaab");
                    case AES_CM_128_HMAC_SHA1_80 -> hex("0EC675AD498AFEEBB6960B3AABE6");
                };
        return rtcp
                ? SrtpSessionKeys.ofRtcp(profile, key, salt, CIPHERS)
                : SrtpSessionKeys.ofRtp(profile, key, salt, CIPHERS);
    }

    private static SrtpTransform gcm7714() {
        SrtpSessionKeys keys = new SrtpSessionKeys(KEY_7714, new byte[0], SALT_7714);
        return new GcmTransform(keys, keys, CIPHERS);
    }

    private static String block(ByteBuffer keystream, int number) {
        return HexFormat.of().formatHex(slice(keystream, 16 * number, 16));
    }

    private static byte[] slice(ByteBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.get(offset, bytes);
        return bytes;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }
}

package io.freshet.media.ice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StunReaderTest {
    /// RFC 5769 §2.1, the password is [#PASSWORD].
    static final String SAMPLE_REQUEST =
            """
            00 01 00 58 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 10 53 54 55 4e 20 74 65 73 74 20 63 6c 69 65 6e 74
            00 24 00 04 6e 00 01 ff
            80 29 00 08 93 2f f9 b1 51 26 3b 36
            00 06 00 09 65 76 74 6a 3a 68 36 76 59 20 20 20
            00 08 00 14 9a ea a7 0c bf d8 cb 56 78 1e f2 b5 b2 d3 f2 49 c1 b5 71 a2
            80 28 00 04 e5 7a 3b cf
            """;

    static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";

    /// RFC 5769 §2.2.
    private static final String SAMPLE_RESPONSE_V4 =
            """
            01 01 00 3c 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 0b 74 65 73 74 20 76 65 63 74 6f 72 20
            00 20 00 08 00 01 a1 47 e1 12 a6 43
            00 08 00 14 2b 91 f5 99 fd 9e 90 c3 8c 74 89 f9 2a f9 ba 53 f0 6b e7 d7
            80 28 00 04 c0 7d 4c 96
            """;

    /// RFC 5769 §2.3.
    private static final String SAMPLE_RESPONSE_V6 =
            """
            01 01 00 48 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 0b 74 65 73 74 20 76 65 63 74 6f 72 20
            00 20 00 14 00 02 a1 47 01 13 a9 fa a5 d3 f1 79 bc 25 f4 b5 be d2 b9 d9
            00 08 00 14 a3 82 95 4e 4b e6 7b f1 17 84 c9 7c 82 92 c2 75 bf e3 ed 41
            80 28 00 04 c8 fb 0b 4c
            """;

    private final StunReader reader = new StunReader();
    private final MessageIntegrity integrity = new MessageIntegrity(PASSWORD);

    static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }

    @Test
    void readsTheSampleRequest() {
        ByteBuffer message = bytes(SAMPLE_REQUEST);
        assertThat(reader.tryRead(message, 0, message.limit())).isTrue();
        assertThat(reader.type()).isEqualTo(StunReader.BINDING_REQUEST);
        assertThat(reader.username()).isEqualTo("evtj:h6vY");
        assertThat(reader.priority()).isEqualTo(0x6e0001ffL);
        assertThat(reader.hasIceControlled()).isTrue();
        assertThat(reader.hasIceControlling()).isFalse();
        assertThat(reader.hasUseCandidate()).isFalse();
        assertThat(reader.hasFingerprint()).isTrue();
        assertThat(reader.unknownCount()).isZero();
        assertThat(integrity.matches(reader)).isTrue();
    }

    @Test
    void readsTheSampleResponses() {
        ByteBuffer v4 = bytes(SAMPLE_RESPONSE_V4);
        assertThat(reader.tryRead(v4, 0, v4.limit())).isTrue();
        assertThat(reader.xorMappedAddress()).contains(new InetSocketAddress("192.0.2.1", 32853));
        assertThat(integrity.matches(reader)).isTrue();
        ByteBuffer v6 = bytes(SAMPLE_RESPONSE_V6);
        assertThat(reader.tryRead(v6, 0, v6.limit())).isTrue();
        assertThat(reader.xorMappedAddress())
                .contains(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853));
        assertThat(integrity.matches(reader)).isTrue();
    }

    @Test
    void readsDirectBuffersAtAnOffset() {
        ByteBuffer sample = bytes(SAMPLE_REQUEST);
        ByteBuffer direct = ByteBuffer.allocateDirect(sample.limit() + 40);
        direct.put(17, sample, 0, sample.limit());
        assertThat(reader.tryRead(direct, 17, sample.limit())).isTrue();
        assertThat(integrity.matches(reader)).isTrue();
    }

    @Test
    void everyChangedByteIsNoticed() {
        ByteBuffer message = bytes(SAMPLE_REQUEST);
        int length = message.limit();
        for (int i = 0; i < length; i++) {
            message.put(i, (byte) (message.get(i) ^ 0x10));
            boolean accepted = reader.tryRead(message, 0, length) && reader.hasFingerprint();
            assertThat(accepted).as("byte %d", i).isFalse();
            message.put(i, (byte) (message.get(i) ^ 0x10));
        }
    }

    @Test
    void everyChangedByteBeforeTheIntegrityIsNoticedEvenWithANewFingerprint() {
        int end = bytes(SAMPLE_REQUEST).limit() - 8;
        for (int i = 0; i < end; i++) {
            ByteBuffer message = bytes(SAMPLE_REQUEST);
            message.put(i, (byte) (message.get(i) ^ 0x01));
            message.putInt(
                    end + 4,
                    StunReader.crc(new CRC32(), message, 0, end) ^ StunReader.FINGERPRINT_XOR);
            boolean accepted =
                    reader.tryRead(message, 0, message.limit())
                            && reader.hasIntegrity()
                            && integrity.matches(reader);
            assertThat(accepted).as("byte %d", i).isFalse();
        }
    }

    @Test
    void everyTruncationIsRefused() {
        ByteBuffer message = bytes(SAMPLE_REQUEST);
        for (int length = 0; length < message.limit(); length++) {
            assertThat(reader.tryRead(message, 0, length)).as("length %d", length).isFalse();
        }
    }

    @Test
    void attributeLongerThanTheMessageIsRefused() {
        ByteBuffer message = bytes(SAMPLE_REQUEST);
        message.putShort(22, (short) 0x7fff);
        assertThat(reader.tryRead(message, 0, message.limit())).isFalse();
        message.putShort(22, (short) 0xffff);
        assertThat(reader.tryRead(message, 0, message.limit())).isFalse();
    }

    @Test
    void whatFollowsTheIntegrityIsNotBelieved() {
        StunWriter writer = new StunWriter();
        ByteBuffer message =
                writer.begin(StunReader.BINDING_REQUEST, new byte[12])
                        .username("a:b")
                        .integrity(integrity)
                        .useCandidate()
                        .fingerprint()
                        .finish();
        assertThat(reader.tryRead(message, 0, message.limit())).isTrue();
        assertThat(integrity.matches(reader)).isTrue();
        assertThat(reader.hasUseCandidate()).isFalse();
    }

    @Test
    void attributeBehindTheFingerprintIsRefused() {
        StunWriter writer = new StunWriter();
        ByteBuffer message =
                writer.begin(StunReader.BINDING_REQUEST, new byte[12])
                        .fingerprint()
                        .useCandidate()
                        .finish();
        assertThat(reader.tryRead(message, 0, message.limit())).isFalse();
    }

    @Test
    void unknownAttributesThatMustBeUnderstoodAreListed() {
        StunWriter writer = new StunWriter();
        writer.begin(StunReader.BINDING_REQUEST, new byte[12]);
        for (int type : new int[] {0x7001, 0xc001, 0x7002, 0x7003, 0x7004, 0x7005}) {
            writer.bytes(type, new byte[3]);
        }
        ByteBuffer message = writer.finish();
        assertThat(reader.tryRead(message, 0, message.limit())).isTrue();
        assertThat(reader.unknownCount()).isEqualTo(StunReader.MAX_UNKNOWN);
        assertThat(reader.unknown(0)).isEqualTo(0x7001);
        assertThat(reader.unknown(1)).isEqualTo(0x7002);
    }

    @Test
    void writesTheSampleResponse() {
        byte[] transactionId = new byte[12];
        ByteBuffer sample = bytes(SAMPLE_RESPONSE_V4);
        sample.get(8, transactionId);
        StunWriter writer = new StunWriter();
        writer.begin(StunReader.BINDING_SUCCESS, transactionId);
        // The sample pads with a space, which is allowed and what we never do.
        writer.bytes(0x8022, "test vector ".getBytes(US_ASCII));
        writer.xorMappedAddress(new InetSocketAddress("192.0.2.1", 32853));
        ByteBuffer written = writer.integrity(integrity).fingerprint().finish();
        assertThat(written.limit()).isEqualTo(sample.limit());
        for (int i = 36; i < 48; i++) {
            assertThat(written.get(i)).as("byte %d", i).isEqualTo(sample.get(i));
        }
        assertThat(reader.tryRead(written, 0, written.limit())).isTrue();
        assertThat(integrity.matches(reader)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 401, 420, 487, 500, 699})
    void errorCodesComeBack(int code) {
        ByteBuffer message =
                new StunWriter()
                        .begin(StunReader.BINDING_ERROR, new byte[12])
                        .errorCode(code, "odd")
                        .finish();
        assertThat(reader.tryRead(message, 0, message.limit())).isTrue();
        assertThat(reader.errorCode()).isEqualTo(code);
    }
}

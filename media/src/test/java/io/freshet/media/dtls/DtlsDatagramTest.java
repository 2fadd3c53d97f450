package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DtlsDatagramTest {
    private static final String EMPTY_HELLO_DONE =
            "16fefd" + "0000" + "000000000005" + "000c" + "0e0000000004000000000000";

    @Test
    void wholeRecordsAreAccepted() {
        assertThat(accepts(EMPTY_HELLO_DONE)).isTrue();
        assertThat(accepts(EMPTY_HELLO_DONE + EMPTY_HELLO_DONE)).isTrue();
        assertThat(accepts("15fefd" + "0001" + "000000000000" + "0002" + "0100")).isTrue();
    }

    @Test
    void cutRecordsAreNot() {
        byte[] two = HexFormat.of().parseHex(EMPTY_HELLO_DONE + EMPTY_HELLO_DONE);
        for (int length = 0; length < two.length; length++) {
            assertThat(DtlsDatagram.isAcceptable(Arrays.copyOf(two, length)))
                    .as("length %d", length)
                    .isEqualTo(length == two.length / 2);
        }
    }

    @Test
    void handshakeMayPromiseEightKilobytesAndNoMore() {
        assertThat(accepts(handshakeOfLength("002000"))).isTrue();
        assertThat(accepts(handshakeOfLength("002001"))).isFalse();
        assertThat(accepts(handshakeOfLength("ffffff"))).isFalse();
        // The second message of a record is looked at, too.
        String record = "16fefd" + "0000" + "000000000005" + "0018";
        assertThat(accepts(record + message("000000") + message("002001"))).isFalse();
    }

    @Test
    void encryptedRecordsAreLookedAtAfterDecryption() {
        assertThat(accepts(handshakeOfLength("ffffff").replaceFirst("fefd0000", "fefd0001")))
                .isTrue();
    }

    private static String handshakeOfLength(String length) {
        return "16fefd" + "0000" + "000000000005" + "000c" + message(length);
    }

    private static String message(String length) {
        return "01" + length + "0000" + "000000" + "000000";
    }

    private static boolean accepts(String hex) {
        return DtlsDatagram.isAcceptable(HexFormat.of().parseHex(hex));
    }
}

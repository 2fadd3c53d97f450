package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/// Whatever arrives: no exception, no byte changed, no state.
class SrtpFuzzTest {
    private static final int GUARD = 32;

    @FuzzTest
    void garbageIsRefusedAndLeftAlone(byte[] datagram) {
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpReceiver receiver =
                    SrtpContexts.receiver(
                            SrtpContextTest.keys(profile),
                            new SrtpConfig(1, 128, 64),
                            SrtpCipherProvider.jdk());
            ByteBuffer buffer = ByteBuffer.allocate(datagram.length + 2 * GUARD);
            buffer.put(GUARD, datagram);
            ByteBuffer before = ByteBuffer.wrap(buffer.array().clone());
            assertThat(receiver.unprotectRtp(buffer, GUARD, datagram.length))
                    .isIn(SrtpReceiver.MALFORMED, SrtpReceiver.AUTHENTICATION_FAILED);
            assertThat(receiver.unprotectRtcp(buffer, GUARD, datagram.length))
                    .isIn(SrtpReceiver.MALFORMED, SrtpReceiver.AUTHENTICATION_FAILED);
            assertThat(buffer).isEqualTo(before);
            // The only place for an SSRC is still free.
            ByteBuffer good =
                    SrtpContextTest.protect(
                            SrtpContexts.sender(SrtpContextTest.keys(profile).swapped()), 1, 9);
            assertThat(receiver.unprotectRtp(good, 0, good.limit())).isPositive();
        }
    }
}

package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Datagrams from an address that passed its ICE check, but not of a DTLS peer: no exception gets
/// out, no keys come out, every task ends.
class DtlsFuzzTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DtlsConfig CONFIG =
            new DtlsConfig(Duration.ofMillis(100), Duration.ofMillis(10), 1200, 8);
    private static final DtlsServer SERVER = DtlsServer.create(CONFIG, RANDOM);
    private static final String FINGERPRINT = "sha-256 " + "00:".repeat(31) + "00";

    @FuzzTest
    void garbageEndsInAnOrderlyWay(byte[] datagram) {
        Recorder recorder = new Recorder();
        List<Runnable> tasks = new ArrayList<>();
        DtlsAssociation association = SERVER.accept(FINGERPRINT, recorder, tasks::add);
        association.onDatagram(ByteBuffer.wrap(datagram));
        association.onDatagram(ByteBuffer.wrap(datagram));
        // Interrupted, so that the handshake works off its queue and does not wait for more.
        Thread.currentThread().interrupt();
        while (!tasks.isEmpty()) {
            tasks.remove(0).run();
        }
        boolean interrupted = Thread.interrupted();
        assertThat(interrupted).isTrue();
        association.close();
        tasks.forEach(Runnable::run);
        assertThat(recorder.ends).isEqualTo(1);
    }

    private static final class Recorder implements DtlsAssociation.Output {
        int ends;

        @Override
        public void sendDatagram(ByteBuffer datagram) {
            assertThat(datagram.remaining()).isBetween(1, CONFIG.maxDatagramBytes());
        }

        @Override
        public void onKeys(SrtpKeys keys) {
            throw new AssertionError("keys for a stranger");
        }

        @Override
        public void onFailed(String reason) {
            assertThat(reason).isNotBlank();
            ends++;
        }

        @Override
        public void onClosed() {
            ends++;
        }
    }
}

package io.freshet.media.transport;

import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.dtls.SrtpProfile;
import io.freshet.testkit.Simulation;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/// Stands in for DTLS: a hello carries a seed, from which both sides make the SRTP keys; it is
/// answered with itself. Answers and keys come a little later, as those of another thread do.
final class FakeHandshakes implements Handshake.Opener {
    static final String FINGERPRINT = "sha-256 " + "AB:".repeat(31) + "CD";

    /// First bytes of a DTLS record (RFC 6347 §4.1): handshake, alert.
    static final byte HELLO = 22;

    static final byte GOODBYE = 21;

    private static final int HELLO_BYTES = 9;
    private static final long THREAD_NS = 500_000;

    private final Simulation simulation;
    private int open;

    /// From now on every datagram makes the server stumble.
    boolean broken;

    FakeHandshakes(Simulation simulation) {
        this.simulation = simulation;
    }

    /// Handshakes that were begun or could be, and are not over.
    int open() {
        return open;
    }

    static ByteBuffer hello(long seed) {
        return ByteBuffer.allocate(HELLO_BYTES).put(HELLO).putLong(seed).flip();
    }

    /// Keys as the server has them.
    static SrtpKeys keys(long seed) {
        byte[] secrets = new byte[SrtpKeys.exportedBytes(SrtpProfile.AEAD_AES_128_GCM)];
        new SplittableRandom(seed).nextBytes(secrets);
        return SrtpKeys.ofServer(SrtpProfile.AEAD_AES_128_GCM, secrets);
    }

    @Override
    public String fingerprint() {
        return FINGERPRINT;
    }

    @Override
    public Handshake open(String peerFingerprint, Handshake.Output output) {
        open++;
        return new FakeHandshake(output);
    }

    private final class FakeHandshake implements Handshake {
        private final Output output;
        private boolean through;
        private boolean closed;

        FakeHandshake(Output output) {
            this.output = output;
        }

        @Override
        public boolean onDatagram(ByteBuffer datagram) {
            int at = datagram.position();
            if (broken) {
                throw new IllegalStateException("broken handshake");
            }
            if (closed || (datagram.get(at) == HELLO && datagram.remaining() != HELLO_BYTES)) {
                return false;
            }
            if (datagram.get(at) != HELLO) {
                simulation.after(THREAD_NS, "peer's goodbye", output::onHandshakeClosed);
                return true;
            }
            long seed = datagram.getLong(at + 1);
            simulation.after(
                    THREAD_NS,
                    "hello's answer",
                    () -> {
                        output.onHandshakeDatagram(hello(seed));
                        if (!through) {
                            through = true;
                            output.onKeys(keys(seed), simulation.nowNs());
                        }
                    });
            return true;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open--;
                simulation.after(
                        THREAD_NS,
                        "our goodbye",
                        () ->
                                output.onHandshakeDatagram(
                                        ByteBuffer.allocate(1).put(GOODBYE).flip()));
            }
        }
    }
}

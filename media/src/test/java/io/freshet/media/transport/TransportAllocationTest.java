package io.freshet.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.freshet.media.dtls.SrtpCipherProvider;
import io.freshet.media.dtls.SrtpConfig;
import io.freshet.media.forward.ForwardConfig;
import io.freshet.media.forward.SubscriptionConfig;
import io.freshet.media.ice.IceClient;
import io.freshet.media.ice.IceConfig;
import io.freshet.media.sdp.SessionOffer;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// From datagram to datagrams nothing is allocated, ciphers aside: they are pretended here.
class TransportAllocationTest {
    private static final int VIEWERS = 10;
    private static final int PACKETS = 20_000;
    private static final long STEP_NS = 1_000_000;

    private final List<Handshake.Output> transports = new ArrayList<>();
    private long sent;
    private long nowNs = 1_000_000_000;

    @Test
    void nothingIsAllocatedForAForwardedPacket() throws Exception {
        MediaRouter router = router();
        String offer = SimulatedPeer.offer("sendonly", "a=ssrc:3 cname:x");
        check(router, router.publish(1, SessionOffer.read(offer), nowNs), address(1));
        SessionOffer playing = SessionOffer.read(SimulatedPeer.offer("recvonly"));
        for (int i = 0; i < VIEWERS; i++) {
            check(router, router.play(10 + i, 1, false, playing, nowNs), address(10 + i));
        }
        for (Handshake.Output transport : transports) {
            transport.onKeys(FakeHandshakes.keys(1), nowNs);
        }
        forward(router, 0); // also lets the compiler work
        assertThat(router.statistics().transports()).containsEntry(TransportState.CONNECTED, 11);
        long sentBefore = sent;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        forward(router, PACKETS);

        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sent - sentBefore).isGreaterThanOrEqualTo((long) PACKETS * VIEWERS);
        // Timers, reports and the measurement itself may allocate a little, packets nothing.
        assertThat((double) allocated / (sent - sentBefore)).isLessThan(0.5);
    }

    private void forward(MediaRouter router, int first) {
        ByteBuffer packet = ByteBuffer.allocateDirect(DatagramSink.SLOT_BYTES);
        InetSocketAddress publisher = address(1);
        int length = 12 + SimulatedPublisher.PAYLOAD_BYTES + 16;
        packet.put(12, SimulatedPublisher.payload(1, 1, 0, 1, true));
        for (int i = first; i < first + PACKETS; i++) {
            packet.putInt(0, 0x80e0_0000 | (i & 0xffff));
            packet.putInt(4, i * 90);
            packet.putInt(8, 3);
            nowNs += STEP_NS;
            router.onDatagram(packet, 0, length, publisher, nowNs);
            packet.put(13, (byte) 0x51); // a keyframe only at first
            if (router.nextTimeoutNs() <= nowNs) {
                router.onTimeout(nowNs);
            }
        }
    }

    private MediaRouter router() {
        RouterConfig config =
                new RouterConfig(
                        VIEWERS + 1,
                        List.of(SimulatedServer.ADDRESS),
                        new TransportConfig(
                                Duration.ofSeconds(30),
                                new IceConfig(Duration.ofMinutes(5), Duration.ofMinutes(10), 8),
                                SrtpConfig.DEFAULT,
                                new NoCiphers()),
                        ForwardConfig.DEFAULT,
                        SubscriptionConfig.DEFAULT);
        return new MediaRouter(
                config, new SplittableRandom(1), new Counter(), new Opener(), new Deaf());
    }

    private void check(MediaRouter router, String answer, InetSocketAddress from) {
        IceClient client =
                new IceClient(
                        "peer",
                        after(answer, "a=ice-ufrag:"),
                        after(answer, "a=ice-pwd:"),
                        new SplittableRandom(from.getPort()),
                        request -> router.onDatagram(request, 0, request.limit(), from, nowNs),
                        nowNs);
        client.onTimeout(nowNs);
    }

    private static String after(String answer, String prefix) {
        return answer.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow()
                .substring(prefix.length());
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress("203.0.113.1", port);
    }

    private final class Counter implements DatagramSink {
        private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_BYTES);

        @Override
        public ByteBuffer claim() {
            return slot;
        }

        @Override
        public void commit(int length, InetSocketAddress remote) {
            sent++;
        }

        @Override
        public void flush() {
            // nothing is held back
        }
    }

    private final class Opener implements Handshake.Opener {
        @Override
        public String fingerprint() {
            return FakeHandshakes.FINGERPRINT;
        }

        @Override
        public Handshake open(String peerFingerprint, Handshake.Output output) {
            transports.add(output);
            return new Handshake() {
                @Override
                public boolean onDatagram(ByteBuffer datagram) {
                    return false;
                }

                @Override
                public void close() {
                    // there is nobody to tell
                }
            };
        }
    }

    private static final class Deaf implements MediaRouter.Output {
        @Override
        public void onConnected(long transportId) {
            // not asked here
        }

        @Override
        public void onInterrupted(long transportId) {
            // not asked here
        }

        @Override
        public void onEnded(long transportId, String reason) {
            throw new AssertionError(reason);
        }
    }

    /// Copies, and takes every tag.
    private static final class NoCiphers implements SrtpCipherProvider {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public AesGcm aesGcm(byte[] key) {
            return new AesGcm() {
                private int tag;

                @Override
                public void beginSeal(byte[] iv, ByteBuffer aad, int aadOffset, int aadLength) {
                    tag = iv[11];
                }

                @Override
                public void seal(
                        ByteBuffer in, int inOffset, int length, ByteBuffer out, int outOffset) {
                    out.put(outOffset, in, inOffset, length);
                    out.putLong(outOffset + length, tag);
                    out.putLong(outOffset + length + 8, tag);
                }

                @Override
                public void beginOpen(byte[] iv, ByteBuffer aad, int aadOffset, int aadLength) {
                    // nothing to prepare
                }

                @Override
                public boolean open(ByteBuffer inOut, int offset, int length) {
                    return true;
                }
            };
        }

        @Override
        public AesCtr aesCtr(byte[] key) {
            return SrtpCipherProvider.jdk().aesCtr(key);
        }

        @Override
        public HmacSha1 hmacSha1(byte[] key) {
            return SrtpCipherProvider.jdk().hmacSha1(key);
        }
    }
}

package io.freshet.media.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.media.dtls.SrtpProfile;
import io.freshet.media.ice.IceConfig;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.media.transport.TransportState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The node on a real socket: real ICE checks, real DTLS, real SRTP over loopback.
class MediaNodeIT {
    private static final long PATIENCE_MS = 20_000;
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static MediaNode node = start();

    private static class Events implements MediaNode.Listener {
        final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void onConnected(long transportId) {
            told.add("connected " + transportId);
        }

        @Override
        public void onInterrupted(long transportId) {
            told.add("interrupted " + transportId);
        }

        @Override
        public void onEnded(long transportId, String reason) {
            told.add("ended " + transportId + ": " + reason);
        }

        String next() throws InterruptedException {
            String event = told.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return event == null ? "nothing" : event;
        }
    }

    private static MediaNode start() {
        try {
            return MediaNode.start(
                    MediaConfig.builder()
                            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                            .ice(new IceConfig(Duration.ofMillis(500), Duration.ofSeconds(60), 8))
                            .build());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void isUp() {
        assertThat(node.port()).isPositive();
    }

    @AfterAll
    static void stop() {
        node.close();
        THREADS.shutdownNow();
    }

    private static String offer(String direction) {
        return """
        v=0
        a=ice-ufrag:peer
        a=ice-pwd:peerpasswordpeerpassword
        a=fingerprint:%s
        a=setup:actpass
        m=audio 9 UDP/TLS/RTP/SAVPF 111
        a=mid:0
        a=%s
        a=rtcp-mux
        a=rtpmap:111 opus/48000/2
        """
                .formatted(LoopbackPeer.fingerprint(), direction);
    }

    @Test
    void mediaFlowsFromAPublisherToAViewer() throws Exception {
        Events events = new Events();
        String answer = node.publish(1, offer("sendonly") + "a=ssrc:7 cname:x\n", events).join();
        String playing = node.play(2, 1, false, offer("recvonly"), events).join();
        try (LoopbackPeer publisher = new LoopbackPeer(answer, node.port(), THREADS);
                LoopbackPeer viewer = new LoopbackPeer(playing, node.port(), THREADS)) {
            publisher.runUntil(publisher.keys::isDone, PATIENCE_MS);
            viewer.runUntil(viewer.keys::isDone, PATIENCE_MS);
            assertThat(events.next()).isEqualTo("connected 1");
            assertThat(events.next()).isEqualTo("connected 2");
            assertThat(viewer.keys.join().profile()).isEqualTo(SrtpProfile.AEAD_AES_128_GCM);

            for (int i = 0; i < 50; i++) {
                publisher.sendRtp(111, 100 + i, 7, new byte[] {1, 2, 3, (byte) i});
                int wanted = i;
                viewer.runUntil(() -> viewer.media.size() > wanted, PATIENCE_MS);
            }

            int last = 0;
            for (byte[] packet : viewer.media) {
                assertThat(packet[packet.length - 1]).isEqualTo((byte) last++);
            }
            MediaStatistics statistics = node.statistics();
            assertThat(statistics.transports()).containsEntry(TransportState.CONNECTED, 2);
            assertThat(statistics.packetsIn()).isGreaterThan(50);
            assertThat(statistics.packetsOut()).isGreaterThan(50);
            assertThat(statistics.failures()).isZero();
            assertThat(statistics.receiveBufferBytes()).isPositive();
            assertThat(statistics.loopTurnMaxNs()).isPositive();

            node.close(2);
            viewer.runUntil(viewer.closed::isDone, PATIENCE_MS); // told by close_notify
            publisher.sayGoodbye();
            assertThat(events.next()).isEqualTo("ended 1: The peer closed the connection.");
            assertThat(events.told).isEmpty();
        }
    }

    @Test
    void silenceIsToldAndSoIsTheReturn() throws Exception {
        Events events = new Events();
        String answer = node.publish(3, offer("sendonly"), events).join();
        try (LoopbackPeer publisher = new LoopbackPeer(answer, node.port(), THREADS)) {
            publisher.runUntil(publisher.keys::isDone, PATIENCE_MS);
            assertThat(events.next()).isEqualTo("connected 3");
            assertThat(events.next()).isEqualTo("interrupted 3");

            publisher.runUntil(() -> !events.told.isEmpty(), PATIENCE_MS); // checks go on

            assertThat(events.next()).isEqualTo("connected 3");
        }
        node.close(3);
    }

    @Test
    void aSlowListenerHoldsUpNoStatisticsAndAClosedTransportTellsNothing() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Events slow =
                new Events() {
                    @Override
                    public void onConnected(long transportId) {
                        busy.countDown();
                        await(free);
                    }
                };
        Events closed = new Events();
        String first = node.publish(7, offer("sendonly"), slow).join();
        String second = node.publish(8, offer("sendonly"), closed).join();
        try (LoopbackPeer one = new LoopbackPeer(first, node.port(), THREADS);
                LoopbackPeer other = new LoopbackPeer(second, node.port(), THREADS)) {
            one.runUntil(() -> busy.getCount() == 0, PATIENCE_MS);
            other.runUntil(() -> connected() >= 2, PATIENCE_MS);

            node.close(8);
            free.countDown();
            other.runUntil(other.closed::isDone, PATIENCE_MS);
        } finally {
            free.countDown();
        }
        // Answers come through the same queue as events: this one is behind whatever was waiting.
        node.publish(9, offer("sendonly"), new Events()).join();
        assertThat(closed.told).isEmpty();
        node.close(7);
        node.close(9);
    }

    private static int connected() {
        var states = node.statistics().transports();
        return states.getOrDefault(TransportState.CONNECTED, 0)
                + states.getOrDefault(TransportState.INTERRUPTED, 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void badOffersFailTheFuture() {
        Events events = new Events();
        assertThatThrownBy(() -> node.publish(4, "", events).join())
                .hasCauseInstanceOf(OfferRefusedException.class)
                .hasMessageContaining("The offer is empty");
        assertThatThrownBy(() -> node.publish(4, offer("recvonly"), events).join())
                .hasCauseInstanceOf(OfferRefusedException.class)
                .hasMessageContaining("A publisher must send");
        assertThatThrownBy(() -> node.play(4, 99, false, offer("recvonly"), events).join())
                .hasCauseInstanceOf(OfferRefusedException.class)
                .hasMessageContaining("not published any more");
        assertThat(node.publish(4, offer("sendonly"), events).join()).startsWith("v=0");
        node.close(4);
    }

    @Test
    void anIdInUseIsRefused() {
        Events events = new Events();
        assertThat(node.publish(5, offer("sendonly"), events).join()).startsWith("v=0");
        assertThatThrownBy(() -> node.publish(5, offer("sendonly"), events).join())
                .hasMessageContaining("transport 5 exists already");
        node.close(5);
    }

    @Test
    void theAnswerAdvertisesTheBoundAddress() {
        String answer = node.publish(6, offer("sendonly"), new Events()).join();

        assertThat(answer).contains(" 127.0.0.1 " + node.port() + " typ host");
        node.close(6);
    }

    @Test
    void aPortInUseIsReported() {
        MediaConfig same =
                MediaConfig.builder()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()))
                        .build();
        assertThatThrownBy(() -> MediaNode.start(same)).isInstanceOf(IOException.class);
    }

    @Test
    void aClosedNodeRefuses() throws Exception {
        MediaNode other =
                MediaNode.start(
                        MediaConfig.builder()
                                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                                .build());
        other.close();

        assertThatThrownBy(() -> other.publish(1, offer("sendonly"), new Events()).join())
                .hasCauseInstanceOf(OfferRefusedException.class);
        assertThatThrownBy(other::statistics).isInstanceOf(IllegalStateException.class);
    }
}

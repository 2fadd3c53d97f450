package io.freshet.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.forward.TrackStatistics;
import io.freshet.media.rtp.MediaKind;
import io.freshet.testkit.LinkConditions;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One publisher, several viewers and strangers around a router, over paths that lose, delay,
/// reorder and repeat; all in virtual time, everything from the seed.
class MediaRouterSimulationTest {
    private static final long SECOND_NS = 1_000_000_000;
    private static final int VIEWERS = 4;

    private static LongStream seeds() {
        return Simulation.seeds(12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void viewersGetWhatCanBeRepaired(long seed) throws Exception {
        Simulation simulation = new Simulation("publisher and viewers", seed);
        RandomGenerator random = simulation.random("scenario");
        VirtualNetwork network = new VirtualNetwork(simulation, conditions(random));
        SimulatedServer server = new SimulatedServer(simulation, network, 16);
        SimulatedPublisher publisher = new SimulatedPublisher(simulation, network, server, 1, 100);
        List<InetSocketAddress> strangers = addStrangers(simulation, network);
        List<SimulatedViewer> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            simulation.runFor(random.nextLong(SECOND_NS));
            viewers.add(new SimulatedViewer(simulation, network, server, 10 + i, 1));
        }
        simulation.runFor(8 * SECOND_NS);
        // The end must arrive, or nobody would know that it is missing.
        network.setConditions(LinkConditions.delay(Duration.ofMillis(10)));
        simulation.runFor(2 * SECOND_NS);

        simulation.validate(
                "viewers",
                () -> {
                    for (SimulatedViewer viewer : viewers) {
                        assertThat(viewer.missing()).isEmpty();
                        assertThat(viewer.frames(100)).isGreaterThan(7 * 30);
                        assertThat(viewer.audio).hasSizeGreaterThan(7 * 40);
                        assertThat(viewer.peer.notAuthentic).isZero();
                        checkOrder(viewer);
                    }
                });
        simulation.validate(
                "keyframes", () -> checkThrottle(publisher.keyframeRequestsNs, simulation));
        simulation.validate(
                "strangers",
                () -> assertThat(server.sentToNs.keySet()).doesNotContainAnyElementsOf(strangers));

        simulation.validate(
                "statistics",
                () -> checkStatistics(server.router.publicationStatistics(), viewers));

        // Leaving: in any order, and nothing stays.
        for (int i = 0; i < VIEWERS; i++) {
            if (i % 2 == 0) {
                server.router.close(10 + i);
            } else {
                viewers.get(i).peer.sayGoodbye();
            }
        }
        server.router.close(1);
        publisher.stop();
        simulation.runFor(SECOND_NS);
        simulation.validate(
                "nothing left",
                () -> {
                    assertThat(server.router.size()).isZero();
                    assertThat(server.router.isEmpty()).isTrue();
                    assertThat(server.handshakes.open()).isZero();
                    assertThat(server.statistics().transports())
                            .containsEntry(TransportState.ENDED, VIEWERS + 1);
                    assertThat(viewers.get(0).peer.dismissed).isTrue();
                    assertThat(viewers.get(0).byes).isPositive();
                });
    }

    private static void checkStatistics(
            List<PublicationStatistics> all, List<SimulatedViewer> viewers) {
        assertThat(all).hasSize(1);
        PublicationStatistics publication = all.getFirst();
        assertThat(publication.transportId()).isEqualTo(1);
        TrackStatistics video =
                publication.tracks().stream()
                        .filter(track -> track.kind() == MediaKind.VIDEO)
                        .findFirst()
                        .orElseThrow();
        long seen = viewers.stream().mapToLong(viewer -> viewer.frames(100)).max().orElseThrow();
        assertThat(video.frames()).isGreaterThanOrEqualTo(seen * 9 / 10);
        assertThat(video.payloadBytes()).isGreaterThan(video.packets());
        assertThat(video.recovered()).isLessThanOrEqualTo(video.lost());
        assertThat(publication.viewers())
                .extracting(PublicationStatistics.Viewer::transportId)
                .containsExactlyInAnyOrder(10L, 11L, 12L, 13L);
        assertThat(publication.viewers())
                .allSatisfy(viewer -> assertThat(viewer.counters().packetsOut()).isPositive());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void viewersGoOnWithAHostThatComesBack(long seed) throws Exception {
        Simulation simulation = new Simulation("host comes back", seed);
        RandomGenerator random = simulation.random("scenario");
        VirtualNetwork network = new VirtualNetwork(simulation, conditions(random));
        SimulatedServer server = new SimulatedServer(simulation, network, 16);
        SimulatedPublisher first = new SimulatedPublisher(simulation, network, server, 1, 100);
        SimulatedViewer viewer = new SimulatedViewer(simulation, network, server, 10, 1);
        simulation.runFor(3 * SECOND_NS);
        if (random.nextBoolean()) {
            first.peer.sayGoodbye(); // its transport is gone before the next one comes
        } else {
            first.peer.fallSilent();
        }
        first.stop();
        simulation.runFor(random.nextLong(2 * SECOND_NS));
        SimulatedPublisher second = new SimulatedPublisher(simulation, network, server, 2, 200);
        server.router.replacePublisher(1, 2, simulation.nowNs());
        server.router.close(1);
        simulation.runFor(4 * SECOND_NS);
        network.setConditions(LinkConditions.delay(Duration.ofMillis(10)));
        simulation.runFor(2 * SECOND_NS);

        simulation.validate(
                "viewer",
                () -> {
                    assertThat(viewer.frames(100)).isGreaterThan(30);
                    assertThat(viewer.frames(200)).isBetween(3 * 30L, (long) second.frames());
                    SimulatedViewer.Arrival firstOfSecond =
                            viewer.video.values().stream()
                                    .filter(arrival -> arrival.stream() == 200)
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(firstOfSecond.keyframe()).isTrue();
                    assertThat(firstOfSecond.index()).isZero();
                    // What the first host did not repeat before it went is gone for good.
                    assertThat(
                                    viewer.missing().stream()
                                            .filter(seqNo -> seqNo > firstNumber(viewer, 200)))
                            .isEmpty();
                    assertThat(viewer.byes).isZero();
                    checkOrder(viewer);
                });
        server.router.closeAll();
        assertThat(server.router.isEmpty()).isTrue();
    }

    private static long firstNumber(SimulatedViewer viewer, int stream) {
        return viewer.video.entrySet().stream()
                .filter(entry -> entry.getValue().stream() == stream)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /// Numbers follow the publishers' order: stream by stream, frame by frame, packet by packet.
    private static void checkOrder(SimulatedViewer viewer) {
        SimulatedViewer.Arrival before = viewer.video.firstEntry().getValue();
        for (SimulatedViewer.Arrival arrival :
                viewer.video.tailMap(viewer.video.firstKey(), false).values()) {
            long position =
                    arrival.stream() * 1_000_000L + arrival.frame() * 100L + arrival.index();
            long former = before.stream() * 1_000_000L + before.frame() * 100L + before.index();
            assertThat(position).isGreaterThan(former);
            before = arrival;
        }
    }

    /// At most one a half second left the server; the path moves them together a little.
    private static void checkThrottle(List<Long> requestsNs, Simulation simulation) {
        for (int i = 2; i < requestsNs.size(); i++) {
            assertThat(requestsNs.get(i) - requestsNs.get(i - 2))
                    .as("keyframe requests at " + simulation.nowNs())
                    .isGreaterThan(700_000_000);
        }
    }

    private static LinkConditions conditions(RandomGenerator random) {
        return LinkConditions.delay(Duration.ofMillis(1 + random.nextInt(40)))
                .withJitter(Duration.ofMillis(random.nextInt(10)))
                .withLoss(random.nextInt(8) / 100.0)
                .withReordering(random.nextInt(3) / 100.0, Duration.ofMillis(8))
                .withDuplication(random.nextInt(2) / 100.0);
    }

    /// Send noise of every kind to the server, some of it from a viewer's future port.
    private static List<InetSocketAddress> addStrangers(
            Simulation simulation, VirtualNetwork network) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        RandomGenerator random = simulation.random("strangers");
        for (int i = 0; i < 3; i++) {
            InetSocketAddress address = new InetSocketAddress("203.0.113.200", 6000 + i);
            addresses.add(address);
            VirtualNetwork.Endpoint endpoint =
                    network.bind(
                            address,
                            (datagram, from) -> {
                                throw new AssertionError("answered " + address);
                            });
            simulation.every(
                    10_000_000 + random.nextInt(10_000_000),
                    "noise",
                    () -> {
                        byte[] noise = new byte[1 + random.nextInt(300)];
                        random.nextBytes(noise);
                        int[] firstBytes = {0, 1, 22, 128, 144, 255, 64};
                        noise[0] = (byte) firstBytes[random.nextInt(firstBytes.length)];
                        endpoint.send(ByteBuffer.wrap(noise), SimulatedServer.ADDRESS);
                        return true;
                    });
        }
        return addresses;
    }
}

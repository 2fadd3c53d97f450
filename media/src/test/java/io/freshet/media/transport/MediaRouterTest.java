package io.freshet.media.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.media.rtp.RtcpWriter;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.testkit.LinkConditions;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MediaRouterTest {
    private static final long SECOND_NS = 1_000_000_000;
    private static final String SERVER = "192.0.2.1";

    private final Simulation simulation = new Simulation("router", 1);
    private final VirtualNetwork network =
            new VirtualNetwork(simulation, LinkConditions.delay(Duration.ofMillis(5)));
    private final SimulatedServer server = new SimulatedServer(simulation, network, 4);

    @Test
    void connectsWhenAnAddressIsNominatedAndTheHandshakeIsThrough() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        simulation.runFor(11_000_000); // the first check and its answer
        assertThat(server.statistics().transports()).containsEntry(TransportState.CHECKING, 1);
        assertThat(server.events).isEmpty();

        simulation.runFor(SECOND_NS);

        assertThat(publisher.peer.isConnected()).isTrue();
        assertThat(server.events).containsExactly("connected 1");
        assertThat(server.statistics().transports()).containsEntry(TransportState.CONNECTED, 1);
    }

    @Test
    void aPublishersMediaReachesItsViewer() throws Exception {
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(2 * SECOND_NS);

        assertThat(viewer.frames(100)).isGreaterThan(50);
        assertThat(viewer.missing()).isEmpty();
        assertThat(viewer.audio).hasSizeGreaterThan(80);
        RouterStatistics statistics = server.statistics();
        assertThat(statistics.publishers()).isEqualTo(1);
        assertThat(statistics.subscriptions()).isEqualTo(1);
        assertThat(statistics.packetsIn()).isGreaterThan(200);
        assertThat(statistics.packetsOut()).isGreaterThan(200);
        assertThat(statistics.keyframeRequests()).isEqualTo(1);
        assertThat(statistics.drops()).isEmpty();
    }

    @Test
    void whatIsWithheldStaysAwayUntilItIsAllowedAgain() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(2 * SECOND_NS);
        server.router.withhold(1, false, true, simulation.nowNs());
        simulation.runFor(SECOND_NS / 10); // what was under way
        long frames = viewer.frames(100);
        int audio = viewer.audio.size();
        int asked = publisher.keyframeRequestsNs.size();

        simulation.runFor(5 * SECOND_NS);

        assertThat(viewer.frames(100)).isEqualTo(frames);
        assertThat(viewer.audio).hasSizeGreaterThan(audio + 200);
        assertThat(publisher.keyframeRequestsNs).hasSize(asked);

        server.router.withhold(1, false, false, simulation.nowNs());
        server.router.withhold(99, true, true, simulation.nowNs());
        simulation.runFor(2 * SECOND_NS);

        assertThat(publisher.keyframeRequestsNs).hasSize(asked + 1);
        assertThat(viewer.frames(100)).isGreaterThan(frames + 40);
        assertThat(viewer.missing()).isEmpty();
        assertThat(server.events).containsExactlyInAnyOrder("connected 1", "connected 10");
    }

    @Test
    void aViewersKeyframeRequestReachesThePublisher() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(2 * SECOND_NS);
        int before = publisher.keyframeRequestsNs.size();

        viewer.askForKeyframe();
        simulation.runFor(SECOND_NS);

        assertThat(publisher.keyframeRequestsNs).hasSize(before + 1);
    }

    @Test
    void aHelloFromAnAddressThatWasNotCheckedIsNotAnswered() throws Exception {
        publisher(1);
        VirtualNetwork.Endpoint stranger =
                network.bind(
                        new InetSocketAddress("203.0.113.9", 1),
                        (datagram, from) -> {
                            throw new AssertionError("answered");
                        });
        stranger.send(FakeHandshakes.hello(1), SimulatedServer.ADDRESS);
        stranger.send(ByteBuffer.wrap(new byte[] {(byte) 0x80, 96, 0, 0}), SimulatedServer.ADDRESS);
        simulation.runFor(SECOND_NS);

        assertThat(server.drops(TransportDrop.UNKNOWN_SOURCE)).isEqualTo(2);
    }

    @Test
    void mediaBeforeTheHandshakeIsDropped() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        simulation.runFor(7_000_000); // the first check has arrived
        publisher.peer.endpoint.send(
                ByteBuffer.allocate(100).put(0, (byte) 0x80), SimulatedServer.ADDRESS);
        simulation.runFor(5_000_000);

        assertThat(server.drops(TransportDrop.NO_KEYS)).isEqualTo(1);
    }

    @Test
    void whatIsNotAuthenticIsDropped() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        simulation.runFor(SECOND_NS);
        ByteBuffer forged = ByteBuffer.allocate(100).put(0, (byte) 0x80).put(1, (byte) 96);
        publisher.peer.endpoint.send(forged, SimulatedServer.ADDRESS);
        publisher.peer.endpoint.send(forged.put(1, (byte) 201), SimulatedServer.ADDRESS);
        publisher.peer.endpoint.send(forged.slice(0, 2), SimulatedServer.ADDRESS);
        publisher.peer.endpoint.send(ByteBuffer.wrap(new byte[] {64, 1}), SimulatedServer.ADDRESS);
        simulation.runFor(SECOND_NS);

        assertThat(server.drops(TransportDrop.SRTP_AUTHENTICATION)).isEqualTo(2);
        assertThat(server.drops(TransportDrop.SRTP_MALFORMED)).isEqualTo(1);
        assertThat(server.drops(TransportDrop.UNKNOWN_KIND)).isEqualTo(1);
        assertThat(server.events).containsExactly("connected 1");
    }

    @Test
    void repeatedPacketsAreDropped() throws Exception {
        network.setConditions(LinkConditions.delay(Duration.ofMillis(5)).withDuplication(1));
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);

        assertThat(server.drops(TransportDrop.SRTP_REPLAYED)).isGreaterThan(50);
        assertThat(viewer.missing()).isEmpty();
    }

    @Test
    void mediaFromAPlayerIsDropped() throws Exception {
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        viewer.peer.sendRtp(false, 96, 1, 1, 5, new byte[100]);
        simulation.runFor(SECOND_NS);

        assertThat(server.drops(TransportDrop.UNEXPECTED_MEDIA)).isEqualTo(1);
    }

    @Test
    void aPeerThatNeverComesIsGivenUp() throws Exception {
        server.publish(1, SimulatedPeer.offer("sendonly"));
        simulation.runFor(31 * SECOND_NS);

        assertThat(server.events)
                .containsExactly(
                        "ended 1: The peer never reached this server: no ICE check arrived.");
        assertThat(server.router.isEmpty()).isTrue();
    }

    @Test
    void silenceInterruptsAndChecksResume() throws Exception {
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        network.setUp("203.0.113.10", SERVER, false);
        simulation.runFor(9 * SECOND_NS);
        assertThat(server.events).endsWith("interrupted 10");

        network.setUp("203.0.113.10", SERVER, true);
        simulation.runFor(5 * SECOND_NS);

        assertThat(server.events).endsWith("interrupted 10", "connected 10");
        assertThat(viewer.video.lastEntry().getValue().atNs())
                .isGreaterThan(simulation.nowNs() - SECOND_NS / 10);
    }

    @Test
    void nothingIsSentOnceTheConsentIsLost() throws Exception {
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        network.setUp("203.0.113.10", SERVER, false);
        long silentNs = simulation.nowNs();
        simulation.runFor(40 * SECOND_NS);

        assertThat(server.events)
                .endsWith("interrupted 10", "ended 10: Nothing was heard from the peer any more.");
        assertThat(server.sentToNs.get(viewer.peer.endpoint.address()))
                .isBetween(silentNs + 20 * SECOND_NS, silentNs + 31 * SECOND_NS);
    }

    @Test
    void aViewerWhoseAddressChangesGoesOn() throws Exception {
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        viewer.peer.endpoint.rebind(new InetSocketAddress("203.0.113.77", 7777));
        simulation.runFor(4 * SECOND_NS);

        assertThat(viewer.video.lastEntry().getValue().atNs())
                .isGreaterThan(simulation.nowNs() - SECOND_NS / 10);
        assertThat(server.events).containsExactly("connected 1", "connected 10");
    }

    @Test
    void aPeersGoodbyeEndsItsTransport() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        simulation.runFor(SECOND_NS);
        publisher.peer.sayGoodbye();
        publisher.stop();
        simulation.runFor(SECOND_NS);

        assertThat(server.events).endsWith("ended 1: The peer closed the connection.");
        assertThat(server.router.isEmpty()).isTrue();
    }

    @Test
    void nothingIsSaidToAViewerThatIsGone() throws Exception {
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        viewer.peer.sayGoodbye();
        simulation.runFor(SECOND_NS);

        assertThat(server.events).endsWith("ended 10: The peer closed the connection.");
        assertThat(viewer.byes).isZero();
        assertThat(viewer.peer.dismissed).isFalse();
    }

    @Test
    void aKeyframeIsAskedForAgainWhileThePublisherIsSilent() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(3 * SECOND_NS);
        publisher.stop();
        // Neither a receiver report nor an ICE check of the publisher is near.
        simulation.runFor(SECOND_NS / 10);
        int before = publisher.keyframeRequestsNs.size();

        viewer.askForKeyframe();
        simulation.runFor(SECOND_NS);

        assertThat(publisher.keyframeRequestsNs).hasSizeGreaterThan(before + 1);
        assertThat(
                        publisher.keyframeRequestsNs.get(before + 1)
                                - publisher.keyframeRequestsNs.get(before))
                .isBetween(450_000_000L, 550_000_000L);
    }

    @Test
    void aHostMayComeBackMoreThanOnce() throws Exception {
        publisher(1).stop();
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        for (int next = 2; next <= 3; next++) {
            server.router.close(next - 1);
            SimulatedPublisher successor =
                    new SimulatedPublisher(simulation, network, server, next, 100 * next);
            server.router.replacePublisher(next - 1, next, simulation.nowNs());
            simulation.runFor(2 * SECOND_NS);
            successor.stop();

            assertThat(viewer.frames(100 * next)).isGreaterThan(30);
            assertThat(server.statistics().subscriptions()).isEqualTo(1);
        }
        assertThat(viewer.byes).isZero();
    }

    @Test
    void viewersOutliveTheirPublisherUntilTheyLeave() throws Exception {
        publisher(1);
        viewer(10, 1);
        simulation.runFor(SECOND_NS);
        server.router.close(1);
        assertThat(server.router.size()).isEqualTo(1);
        assertThatThrownBy(() -> viewer(11, 1))
                .isInstanceOf(OfferRefusedException.class)
                .hasMessageContaining("not published any more");

        server.router.close(10);

        assertThat(server.router.isEmpty()).isTrue();
        assertThat(server.events).containsExactly("connected 1", "connected 10");
    }

    @Test
    void aViewerThatCannotPlayTheSuccessorIsEnded() throws Exception {
        publisher(1);
        viewer(10, 1);
        simulation.runFor(SECOND_NS);
        server.publish(2, SimulatedPeer.offer("sendonly").replace("VP8", "H264"));

        server.router.replacePublisher(1, 2, simulation.nowNs());

        assertThat(server.events)
                .endsWith("ended 10: The stream goes on with other codecs; play it again.");
        assertThat(server.statistics().subscriptions()).isZero();
    }

    @Test
    void replacingUnknownPublishersDoesNothing() throws Exception {
        publisher(1);
        server.router.replacePublisher(1, 7, simulation.nowNs());
        server.router.replacePublisher(7, 1, simulation.nowNs());
        server.router.replacePublisher(1, 1, simulation.nowNs());

        assertThat(server.router.size()).isEqualTo(1);
    }

    @Test
    void aFullRouterRefuses() throws Exception {
        publisher(1);
        viewer(10, 1);
        viewer(11, 1);
        viewer(12, 1);
        assertThatThrownBy(() -> viewer(13, 1))
                .isInstanceOf(OfferRefusedException.class)
                .hasMessageContaining("all the publishers and players it may have");
    }

    @Test
    void anIdIsUsedOnce() throws Exception {
        publisher(1);
        assertThatThrownBy(() -> server.publish(1, SimulatedPeer.offer("sendonly")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusedOfferLeavesNothingBehind() {
        assertThatThrownBy(() -> server.publish(1, SimulatedPeer.offer("recvonly")))
                .isInstanceOf(OfferRefusedException.class);
        assertThat(server.router.isEmpty()).isTrue();
        assertThat(server.handshakes.open()).isZero();
    }

    @Test
    void aFaultEndsTheTransportItHappenedInAndNoOther() throws Exception {
        SimulatedPublisher publisher = publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        server.handshakes.broken = true;
        viewer.peer.endpoint.send(FakeHandshakes.hello(5), SimulatedServer.ADDRESS);
        simulation.runFor(SECOND_NS / 100);
        int framesBefore = publisher.frames();
        simulation.runFor(SECOND_NS);

        assertThat(server.events)
                .endsWith(
                        "ended 10: The server failed: java.lang.IllegalStateException: broken"
                                + " handshake");
        assertThat(server.statistics().failures()).isEqualTo(1);
        assertThat(server.statistics().publishers()).isEqualTo(1);
        assertThat(publisher.frames()).isGreaterThan(framesBefore);
    }

    @Test
    void viewersReportsAreTaken() throws Exception {
        publisher(1);
        SimulatedViewer viewer = viewer(10, 1);
        simulation.runFor(SECOND_NS);
        RtcpWriter report = new RtcpWriter();
        report.writeReceiverReport(5);
        viewer.peer.sendRtcp(report);
        simulation.runFor(SECOND_NS);

        assertThat(server.statistics().drops()).isEmpty();
    }

    private SimulatedPublisher publisher(long id) throws OfferRefusedException {
        return new SimulatedPublisher(simulation, network, server, id, 100);
    }

    private SimulatedViewer viewer(long id, long publisherId) throws OfferRefusedException {
        return new SimulatedViewer(simulation, network, server, id, publisherId);
    }
}

package io.freshet.media.transport;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.testkit.LinkConditions;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Any datagrams, from a stranger, a connected publisher and a connected viewer: nothing is thrown
/// and strangers get no answer.
class MediaRouterFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void anyDatagramIsTakenOrDropped(byte[] bytes) throws OfferRefusedException {
        Simulation simulation = new Simulation("fuzz", 1);
        VirtualNetwork network = new VirtualNetwork(simulation, LinkConditions.PERFECT);
        SimulatedServer server = new SimulatedServer(simulation, network, 4);
        SimulatedPublisher publisher = new SimulatedPublisher(simulation, network, server, 1, 100);
        SimulatedViewer viewer = new SimulatedViewer(simulation, network, server, 10, 1);
        VirtualNetwork.Endpoint stranger =
                network.bind(
                        new InetSocketAddress("203.0.113.9", 1),
                        (datagram, from) -> {
                            throw new AssertionError("answered");
                        });
        simulation.runFor(20_000_000);
        ByteBuffer all = ByteBuffer.wrap(bytes);
        while (all.hasRemaining()) {
            int length = Math.min(all.get() & 0xff, all.remaining());
            ByteBuffer datagram = all.slice(all.position(), length);
            all.position(all.position() + length);
            stranger.send(datagram, SimulatedServer.ADDRESS);
            publisher.peer.endpoint.send(datagram, SimulatedServer.ADDRESS);
            viewer.peer.endpoint.send(datagram, SimulatedServer.ADDRESS);
        }
        simulation.runFor(20_000_000);
        simulation.validate(
                "no faults",
                () -> {
                    if (server.statistics().failures() > 0) {
                        throw new AssertionError(server.events);
                    }
                });
    }
}

package io.freshet.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.dtls.SrtpCipherProvider;
import io.freshet.media.dtls.SrtpConfig;
import io.freshet.media.forward.ForwardConfig;
import io.freshet.media.forward.SubscriptionConfig;
import io.freshet.media.ice.IceConfig;
import io.freshet.media.ice.PacketKind;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.media.sdp.SessionOffer;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualNetwork;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A router on a virtual network. Checks of all it sends: STUN answers only, DTLS and SRTP only to
/// addresses that got such an answer.
final class SimulatedServer implements DatagramSink, MediaRouter.Output, Simulation.Timed {
    static final InetSocketAddress ADDRESS = new InetSocketAddress("192.0.2.1", 8080);

    /// Slots need not begin at 0, nor datagrams.
    private static final int OFFSET = 100;

    final List<String> events = new ArrayList<>();
    final MediaRouter router;
    final FakeHandshakes handshakes;

    /// When something was last sent there.
    final Map<InetSocketAddress, Long> sentToNs = new HashMap<>();

    private final Simulation simulation;
    private final VirtualNetwork.Endpoint endpoint;
    private final ByteBuffer slots = ByteBuffer.allocateDirect(OFFSET + SLOT_BYTES);
    private final Set<InetSocketAddress> checked = new HashSet<>();

    SimulatedServer(Simulation simulation, VirtualNetwork network, int maxTransports) {
        this.simulation = simulation;
        this.handshakes = new FakeHandshakes(simulation);
        RouterConfig config =
                new RouterConfig(
                        maxTransports,
                        List.of(ADDRESS),
                        new TransportConfig(
                                Duration.ofSeconds(30),
                                IceConfig.DEFAULT,
                                SrtpConfig.DEFAULT,
                                SrtpCipherProvider.jdk()),
                        ForwardConfig.DEFAULT,
                        SubscriptionConfig.steadyDelay(100, 100));
        this.router = new MediaRouter(config, simulation.random("server"), this, handshakes, this);
        this.endpoint = network.bind(ADDRESS, this::onDatagram);
        simulation.drive("server", this);
        simulation.invariant(
                "bounded", () -> assertThat(router.size()).isLessThanOrEqualTo(maxTransports));
    }

    String publish(long id, String offer) throws OfferRefusedException {
        return router.publish(id, SessionOffer.read(offer), simulation.nowNs());
    }

    String play(long id, long publisherId, String offer) throws OfferRefusedException {
        return router.play(id, publisherId, false, SessionOffer.read(offer), simulation.nowNs());
    }

    RouterStatistics statistics() {
        return router.statistics();
    }

    long drops(TransportDrop reason) {
        return router.counters().drops(reason);
    }

    private void onDatagram(ByteBuffer datagram, InetSocketAddress from) {
        ByteBuffer received = ByteBuffer.allocateDirect(OFFSET + SLOT_BYTES);
        int length = datagram.remaining();
        received.put(OFFSET, datagram, datagram.position(), length);
        try {
            router.onDatagram(received, OFFSET, length, from, simulation.nowNs());
        } catch (RuntimeException e) {
            router.onFault(e);
        }
    }

    @Override
    public ByteBuffer claim() {
        return slots.clear().position(OFFSET);
    }

    @Override
    public void commit(int length, InetSocketAddress remote) {
        ByteBuffer datagram = slots.slice(OFFSET, length);
        PacketKind kind = PacketKind.of(datagram, 0, length);
        if (kind == PacketKind.STUN) {
            assertThat(datagram.getShort(0)).as("a STUN answer").isIn((short) 0x101, (short) 0x111);
            checked.add(remote);
        } else {
            assertThat(kind).isIn(PacketKind.DTLS, PacketKind.SRTP);
            assertThat(checked).as("addresses that were checked").contains(remote);
        }
        sentToNs.put(remote, simulation.nowNs());
        endpoint.send(datagram, remote);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void onConnected(long transportId) {
        events.add("connected " + transportId);
    }

    @Override
    public void onInterrupted(long transportId) {
        events.add("interrupted " + transportId);
    }

    @Override
    public void onEnded(long transportId, String reason) {
        events.add("ended " + transportId + ": " + reason);
    }

    @Override
    public long nextTimeoutNs() {
        return router.nextTimeoutNs();
    }

    @Override
    public void onTimeout(long nowNs) {
        router.onTimeout(nowNs);
    }
}

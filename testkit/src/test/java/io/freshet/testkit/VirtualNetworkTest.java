package io.freshet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualNetworkTest {
    private static final long MS = 1_000_000L;
    private static final InetSocketAddress SERVER = new InetSocketAddress("10.0.0.1", 8080);
    private static final InetSocketAddress CLIENT = new InetSocketAddress("10.0.0.2", 5000);
    private static final InetSocketAddress MOVED = new InetSocketAddress("10.0.0.3", 5001);

    private final Simulation simulation = new Simulation("network", 1);
    private final VirtualNetwork network =
            new VirtualNetwork(simulation, LinkConditions.delay(Duration.ofMillis(10)));
    private final List<InetSocketAddress> sources = new ArrayList<>();
    private final List<InetSocketAddress> answers = new ArrayList<>();
    private final VirtualNetwork.Endpoint server =
            network.bind(SERVER, (_, from) -> sources.add(from));
    private final VirtualNetwork.Endpoint client =
            network.bind(CLIENT, (_, from) -> answers.add(from));

    private static ByteBuffer hello() {
        return ByteBuffer.wrap(new byte[] {1, 2, 3});
    }

    private void run() {
        simulation.runFor(100 * MS);
    }

    @Test
    void carriesDatagramsBetweenBoundAddresses() {
        client.send(hello(), SERVER);
        server.send(hello(), CLIENT);
        run();

        assertThat(sources).containsExactly(CLIENT);
        assertThat(answers).containsExactly(SERVER);
    }

    @Test
    void dropsWhatGoesWhereNobodyListens() {
        client.send(hello(), MOVED);
        run();

        assertThat(network.unroutable()).isEqualTo(1);
    }

    @Test
    void conditionsHoldForOneDirection() {
        network.setConditions("10.0.0.2", "10.0.0.1", LinkConditions.PERFECT.withLoss(1));
        client.send(hello(), SERVER);
        server.send(hello(), CLIENT);
        run();

        assertThat(sources).isEmpty();
        assertThat(answers).hasSize(1);
    }

    @Test
    void conditionsMayChangeOnAPathInUse() {
        client.send(hello(), SERVER);
        network.setConditions("10.0.0.2", "10.0.0.1", LinkConditions.PERFECT.withLoss(1));
        client.send(hello(), SERVER);
        network.setConditions("10.0.0.2", "10.0.0.1", LinkConditions.PERFECT);
        client.send(hello(), SERVER);
        run();

        assertThat(sources).hasSize(2);
    }

    @Test
    void aBrokenPathCarriesNothingUntilItIsMended() {
        network.setUp("10.0.0.1", "10.0.0.2", false);
        client.send(hello(), SERVER);
        server.send(hello(), CLIENT);
        network.setUp("10.0.0.1", "10.0.0.2", true);
        run();
        assertThat(sources).isEmpty();
        assertThat(answers).isEmpty();

        client.send(hello(), SERVER);
        run();
        assertThat(sources).hasSize(1);
    }

    @Test
    void whoMovesIsReachedUnderTheNewAddressOnly() {
        server.send(hello(), CLIENT);
        client.rebind(MOVED);
        run();
        assertThat(answers).isEmpty();

        client.send(hello(), SERVER);
        server.send(hello(), MOVED);
        run();
        assertThat(sources).containsExactly(MOVED);
        assertThat(answers).hasSize(1);
    }

    @Test
    void anAddressCanBeTakenOnceAndIsFreeAfterClosing() {
        assertThatThrownBy(() -> network.bind(CLIENT, (_, _) -> {}))
                .isInstanceOf(IllegalStateException.class);
        client.close();
        assertThat(network.bind(CLIENT, (_, _) -> {}).address()).isEqualTo(CLIENT);
    }
}

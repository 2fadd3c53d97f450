package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.testkit.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Many clients on bad networks, doing and suffering everything at random ([Chaos]), against one
/// room service. After every event the service's books must agree ([Soundness]); every callback a
/// client would make must be one that is due ([RoomView]); and once the networks heal, everybody
/// must see the same ([Convergence]).
final class RoomSimulationTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int CLIENTS = 12;
    private static final int USERS = 9;

    private static final class World {
        final Simulation simulation;
        final SimulatedServer server;
        final List<SimulatedClient> clients = new ArrayList<>();
        final MessageBook book = new MessageBook();
        final Chaos chaos;
        final Convergence convergence;

        World(long seed) {
            simulation = new Simulation("rooms", seed);
            server = new SimulatedServer(simulation, seed % 2 == 0);
            simulation.drive("control", server);
            for (int i = 0; i < CLIENTS; i++) {
                addClient(i);
            }
            chaos = new Chaos(simulation, server, clients);
            convergence = new Convergence(server, clients, book);
            simulation.invariant("the books agree", this::checkBooks);
            simulation.invariant("queues are bounded", this::checkQueues);
        }

        private void addClient(int i) {
            SimulatedClient client =
                    new SimulatedClient(
                            simulation,
                            server,
                            "c" + i,
                            "u" + i % USERS,
                            new SimulatedClient.Kind(i % 4 != 3, i % 6 != 5, i % 3 == 1),
                            book);
            clients.add(client);
            simulation.every(
                    SECOND,
                    client.name + " tick",
                    () -> {
                        client.tick();
                        return true;
                    });
        }

        private void checkBooks() {
            Soundness.check(server.plane(), ControlHarness.APP_ID, SimulatedServer.LOG_LENGTH);
            server.realm()
                    .room(Chaos.SMALL_ROOM)
                    .ifPresent(room ->
                            assertThat(room.userCount())
                                    .isLessThanOrEqualTo(Chaos.SMALL_ROOM_USERS));
        }

        private void checkQueues() {
            for (SimulatedClient client : clients) {
                assertThat(client.backlog()).isLessThanOrEqualTo(SimulatedLink.QUEUE_LIMIT);
            }
        }

        void suffer(long seconds) {
            chaos.start();
            simulation.runFor(seconds * SECOND);
        }

        void heal() {
            chaos.end();
            simulation.runFor(90 * SECOND);
        }

        /// Of its present life.
        ForbidStatistics forbids() {
            return server.plane().operations().forbids().statistics();
        }

        long sum(ToLongFunction<ControlStatistics> figure) {
            return server.statistics().stream().mapToLong(figure).sum();
        }
    }

    /// One found pages of a version that their client was not told of, the other a client that was
    /// told so much that the answer to its login found no place in the queue, again and again.
    static LongStream seeds() {
        return Simulation.seeds(20, 689, 462);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodySeesTheSameInTheEnd(long seed) {
        World world = new World(seed);
        world.suffer(150);
        world.heal();

        world.simulation.validate("views", world.convergence::checkViews);
        world.simulation.validate("messages", world.book::checkHoles);
        world.simulation.validate("streams", world.convergence::checkStreams);
        world.simulation.validate(
                "media",
                () ->
                        Soundness.checkMedia(
                                world.server.plane(), ControlHarness.APP_ID, world.server.media()));
    }

    @Test
    void oneSeedIsOneRun() {
        long[] fingerprints = new long[2];
        for (int i = 0; i < 2; i++) {
            World world = new World(4711);
            world.suffer(60);
            fingerprints[i] = world.simulation.fingerprint();
        }

        assertThat(fingerprints[0]).isEqualTo(fingerprints[1]);
    }

    /// A simulation in which nothing happens proves nothing.
    @Test
    void theSeedsTogetherComeThroughEverything() {
        List<World> worlds = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            World world = new World(seed);
            world.suffer(150);
            worlds.add(world);
        }

        assertThat(sum(worlds, w -> w.sum(ControlStatistics::resumesAccepted)))
                .as("resumes")
                .isGreaterThan(50);
        assertThat(sum(worlds, w -> w.sum(ControlStatistics::kicks))).as("kicks").isGreaterThan(20);
        assertThat(sum(worlds, w -> w.sum(ControlStatistics::heartbeatTimeouts)))
                .as("heartbeat timeouts")
                .isGreaterThan(5);
        assertThat(sum(worlds, w -> w.sum(ControlStatistics::snapshotsSent)))
                .as("snapshots")
                .isGreaterThan(2);
        assertThat(sum(worlds, w -> w.sum(ControlStatistics::catchUps)))
                .as("slow clients caught up")
                .isGreaterThan(0);
        assertThat(sum(worlds, w -> w.sum(ControlStatistics::eventsSent)))
                .as("events sent")
                .isGreaterThan(2_000);
        assertThat(sum(worlds, w -> w.clients.stream().mapToLong(SimulatedClient::kicks).sum()))
                .as("kicks noticed")
                .isGreaterThan(10);
        assertThat(sum(worlds, w -> w.clients.stream().mapToLong(SimulatedClient::putOut).sum()))
                .as("kicks by a backend noticed")
                .isGreaterThan(20);
        assertThat(
                        sum(
                                worlds,
                                w ->
                                        w.clients.stream()
                                                .mapToLong(SimulatedClient::refusedBack)
                                                .sum()))
                .as("refused when they came back")
                .isGreaterThan(0);
        assertThat(sum(worlds, w -> w.clients.stream().mapToLong(SimulatedClient::pages).sum()))
                .as("pages")
                .isGreaterThan(100);
        assertThat(sum(worlds, w -> w.book.received()))
                .as("reliable messages received")
                .isGreaterThan(500);
        assertThat(sum(worlds, w -> w.book.unreliable()))
                .as("transparent messages received")
                .isGreaterThan(100);
        assertThat(sum(worlds, w -> w.forbids().loginsRefused()))
                .as("logins that rules refused or ended")
                .isGreaterThan(10);
        assertThat(sum(worlds, w -> w.forbids().publishesRefused()))
                .as("publications that rules refused or ended")
                .isGreaterThan(10);
        assertThat(sum(worlds, w -> w.server.statistics().size() - 1))
                .as("restarts")
                .isGreaterThan(2);
    }

    private static long sum(List<World> worlds, ToLongFunction<World> figure) {
        return worlds.stream().mapToLong(figure).sum();
    }
}

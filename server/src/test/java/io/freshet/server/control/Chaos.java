package io.freshet.server.control;

import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.Target;
import io.freshet.testkit.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What clients do, and what happens to them and their server, at random: each step as often as its
/// weight says.
final class Chaos {
    /// Made for so many users at most, whoever makes it; over HTTP nobody comes here.
    static final String SMALL_ROOM = "small";

    static final int SMALL_ROOM_USERS = 3;

    private static final long APP = ControlHarness.APP_ID;
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;
    private static final List<String> ROOMS = List.of("red", "green", "blue");
    private static final List<String> STREAMS = List.of("s1", "s2", "s3", "s4", "s5", "s6");
    private static final List<DeviceState> DEVICES =
            List.of(DeviceState.OPEN, DeviceState.MUTE, DeviceState.DISABLE);

    private record Step(int weight, Runnable action) {}

    private final Simulation simulation;
    private final SimulatedServer server;
    private final List<SimulatedClient> clients;
    private final RandomGenerator random;
    private final List<Step> deeds = new ArrayList<>();
    private final List<Step> talk = new ArrayList<>();
    private boolean over;
    private long sequence;

    Chaos(Simulation simulation, SimulatedServer server, List<SimulatedClient> clients) {
        this.simulation = simulation;
        this.server = server;
        this.clients = clients;
        this.random = simulation.random("chaos");
        rooms();
        streams();
        network();
        machine();
        backend();
        rules();
        messages();
    }

    private void rooms() {
        deeds.add(new Step(90, () -> client().enter(any(ROOMS), 0)));
        deeds.add(new Step(30, () -> client().enter(SMALL_ROOM, SMALL_ROOM_USERS)));
        deeds.add(new Step(30, () -> client().leave()));
        deeds.add(new Step(12, () -> client().setRoomExtraInfo("value " + random.nextInt(3))));
    }

    private void streams() {
        deeds.add(new Step(70, () -> client().publish(stream())));
        deeds.add(new Step(30, () -> client().stopPublishing(stream())));
        deeds.add(new Step(20, () -> client().setExtraInfo(stream(), "i" + random.nextInt(3))));
        deeds.add(new Step(10, () -> client().setDevices(stream(), any(DEVICES), any(DEVICES))));
        deeds.add(new Step(60, () -> client().play(stream())));
        deeds.add(new Step(20, () -> client().stopPlaying(stream())));
        deeds.add(new Step(25, () -> server.useHttp(any(ROOMS), stream())));
        deeds.add(new Step(40, server::disturbMedia));
    }

    private void network() {
        deeds.add(new Step(25, () -> client().onLink(SimulatedLink::sever)));
        deeds.add(new Step(25, () -> client().onLink(SimulatedLink::reset)));
        deeds.add(new Step(15, () -> client().onLink(SimulatedLink::moveAway)));
        deeds.add(new Step(10, () -> client().onLink(SimulatedLink::failAtServer)));
        deeds.add(new Step(30, this::readSlowly));
    }

    private void machine() {
        deeds.add(new Step(10, () -> client().crash()));
        deeds.add(
                new Step(
                        8,
                        () -> simulation.clock().jumpWall(random.nextLong(-3_600_000, 3_600_000))));
        deeds.add(new Step(1, () -> server.pause(random.nextLong(30 * SECOND))));
        deeds.add(new Step(1, server::restart));
    }

    private void backend() {
        deeds.add(new Step(8, () -> operations().rooms().kickUsers(APP, room(), kicked(), "out")));
        deeds.add(
                new Step(
                        2,
                        () ->
                                operations()
                                        .rooms()
                                        .closeRoom(APP, room(), "over", random.nextBoolean())));
        deeds.add(new Step(4, () -> operations().streams().add(APP, room(), announcement())));
        deeds.add(new Step(4, () -> operations().streams().remove(APP, room(), stream())));
    }

    /// Each ends after a while; those for streams stay, and hold when all is quiet.
    private void rules() {
        deeds.add(new Step(8, this::forbidUsers));
        deeds.add(new Step(6, this::forbidStream));
        deeds.add(new Step(6, this::withhold));
        deeds.add(
                new Step(3, () -> operations().forbids().deleteStreamRule(APP, room(), stream())));
    }

    private void forbidUsers() {
        Target target =
                switch (random.nextInt(8)) {
                    case 0 -> Target.room(room());
                    case 1, 2 -> Target.address(SimulatedLink.address(random.nextInt(3)));
                    case 3, 4 -> Target.userInRoom(room(), any(kicked()));
                    default -> Target.user(any(kicked()));
                };
        Set<Privilege> disabled =
                Set.of(random.nextInt(3) == 0 ? Privilege.PUBLISH : Privilege.LOGIN);
        // Longer than the clock jumps: what ends by itself would begin again with a jump back.
        operations().forbids().setUserRule(APP, target, disabled, Duration.ofDays(30));
        simulation.after(
                random.nextLong(4 * SECOND),
                "rule goes",
                () -> operations().forbids().deleteUserRule(APP, target));
    }

    private void forbidStream() {
        List<String> streams = List.of(stream(), stream());
        operations().forbids().forbidStreams(APP, streams, ++sequence);
        simulation.after(
                random.nextLong(6 * SECOND),
                "stream may go on",
                () -> operations().forbids().resumeStreams(APP, streams, ++sequence));
    }

    private void withhold() {
        operations()
                .forbids()
                .setStreamRule(
                        APP,
                        room(),
                        stream(),
                        Duration.ofDays(30),
                        new ForbidOperations.Media(random.nextBoolean(), true));
    }

    private void messages() {
        talk.add(new Step(1, () -> client().command(List.of())));
        talk.add(new Step(1, () -> client().command(receivers())));
        talk.add(new Step(1, () -> client().transparent(List.of())));
        talk.add(new Step(1, () -> client().transparent(receivers())));
        talk.add(new Step(2, () -> client().barrage()));
        talk.add(new Step(2, () -> client().broadcast()));
    }

    void start() {
        repeat(deeds, "chaos", 150 * MS);
        repeat(talk, "talk", 300 * MS);
    }

    /// Nothing more happens, and what was slow or suspended goes on.
    void end() {
        over = true;
        clients.forEach(client -> client.onLink(link -> link.setReading(true)));
        server.goOn();
        server.makeTokensLastLong();
    }

    private void repeat(List<Step> steps, String what, long maxPauseNs) {
        simulation.after(
                random.nextLong(maxPauseNs),
                what,
                () -> {
                    if (!over) {
                        step(steps);
                        repeat(steps, what, maxPauseNs);
                    }
                });
    }

    private void step(List<Step> steps) {
        int dice = random.nextInt(steps.stream().mapToInt(Step::weight).sum());
        for (Step step : steps) {
            dice -= step.weight;
            if (dice < 0) {
                step.action.run();
                return;
            }
        }
    }

    private void readSlowly() {
        client().onLink(link -> {
            link.setReading(false);
            simulation.after(random.nextLong(8 * SECOND), "reads", () -> link.setReading(true));
        });
    }

    private ServerOperations operations() {
        return server.plane().operations();
    }

    private String room() {
        return any(ROOMS);
    }

    private List<String> kicked() {
        return List.of(client().userId, client().userId, "whip");
    }

    private StreamOperations.Announcement announcement() {
        return new StreamOperations.Announcement(stream(), new RoomUser("backend", ""), "", "");
    }

    private List<String> receivers() {
        return List.of(client().userId, client().userId);
    }

    private SimulatedClient client() {
        return any(clients);
    }

    private String stream() {
        return any(STREAMS);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

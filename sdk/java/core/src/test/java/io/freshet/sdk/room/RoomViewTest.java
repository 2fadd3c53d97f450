package io.freshet.sdk.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomViewTest {
    private static final RoomUser ME = new RoomUser("me", "Me");
    private static final RoomUser ANN = new RoomUser("ann", "Ann");
    private static final RoomUser BOB = new RoomUser("bob", "Bob");
    private static final RoomUser CAT = new RoomUser("cat", "Cat");

    private final RoomView view = new RoomView("me", true);

    @Test
    void aSnapshotAddsUsersThenStreams() {
        assertThat(view.onSnapshot(5, snapshot(List.of(ANN, BOB), List.of(stream("s", ANN)))))
                .containsExactly(
                        new RoomChange.UsersAdded(List.of(ANN, BOB)),
                        new RoomChange.StreamsAdded(List.of(stream("s", ANN))));
        assertThat(view.version()).isEqualTo(5);
    }

    @Test
    void anEmptyRoomIsNotWorthACall() {
        assertThat(view.onSnapshot(1, snapshot(List.of(ME), List.of(stream("mine", ME)))))
                .isEmpty();
        assertThat(view.streams()).isEmpty();
        assertThat(view.users()).isEmpty();
    }

    @Test
    void ownDoingsAreNotTold() {
        assertThat(
                        view.onEvents(
                                3,
                                List.of(
                                        new RoomEvent.UserJoined(1, ME),
                                        new RoomEvent.StreamAdded(2, stream("mine", ME)),
                                        new RoomEvent.StreamExtraInfoChanged(
                                                3, stream("mine", ME)))))
                .isEmpty();
        assertThat(view.version()).isEqualTo(3);
    }

    @Test
    void neighboursOfOneKindAreOneCall() {
        assertThat(
                        view.onEvents(
                                4,
                                List.of(
                                        new RoomEvent.UserJoined(1, ANN),
                                        new RoomEvent.UserJoined(2, BOB),
                                        new RoomEvent.StreamAdded(3, stream("a", ANN)),
                                        new RoomEvent.UserLeft(4, BOB))))
                .containsExactly(
                        new RoomChange.UsersAdded(List.of(ANN, BOB)),
                        new RoomChange.StreamsAdded(List.of(stream("a", ANN))),
                        new RoomChange.UsersRemoved(List.of(BOB)));
    }

    @Test
    void eventsSeenBeforeAreSkipped() {
        view.onSnapshot(10, snapshot(List.of(ANN), List.of()));
        assertThat(
                        view.onEvents(
                                11,
                                List.of(
                                        new RoomEvent.UserLeft(9, ANN),
                                        new RoomEvent.UserJoined(10, ANN),
                                        new RoomEvent.UserJoined(11, BOB))))
                .containsExactly(new RoomChange.UsersAdded(List.of(BOB)));
    }

    @Test
    void whatIsNotThereCannotGoAndWhatIsThereCannotCome() {
        view.onSnapshot(1, snapshot(List.of(ANN), List.of(stream("a", ANN))));
        assertThat(
                        view.onEvents(
                                6,
                                List.of(
                                        new RoomEvent.UserJoined(2, ANN),
                                        new RoomEvent.UserLeft(3, BOB),
                                        new RoomEvent.StreamAdded(4, stream("a", ANN)),
                                        new RoomEvent.StreamRemoved(
                                                5, stream("b", BOB), StreamRemovalReason.STOPPED),
                                        new RoomEvent.StreamExtraInfoChanged(6, stream("b", BOB)))))
                .isEmpty();
    }

    @Test
    void aStreamThatChangesHandsIsAnotherStream() {
        view.onSnapshot(1, snapshot(List.of(ANN, BOB), List.of(stream("s", ANN))));
        assertThat(view.onSnapshot(2, snapshot(List.of(ANN, BOB), List.of(stream("s", BOB)))))
                .containsExactly(
                        new RoomChange.StreamsRemoved(
                                List.of(stream("s", ANN)),
                                List.of(StreamRemovalReason.DISCONNECTED)),
                        new RoomChange.StreamsAdded(List.of(stream("s", BOB))));
        assertThat(view.onEvents(3, List.of(new RoomEvent.StreamAdded(3, stream("s", ANN)))))
                .containsExactly(
                        new RoomChange.StreamsRemoved(
                                List.of(stream("s", BOB)),
                                List.of(StreamRemovalReason.DISCONNECTED)),
                        new RoomChange.StreamsAdded(List.of(stream("s", ANN))));
    }

    @Test
    void removalReasonsStayWithTheirStreams() {
        view.onSnapshot(1, snapshot(List.of(ANN), List.of(stream("a", ANN), stream("b", ANN))));
        assertThat(
                        view.onEvents(
                                3,
                                List.of(
                                        new RoomEvent.StreamRemoved(
                                                2,
                                                stream("b", ANN),
                                                StreamRemovalReason.HEARTBEAT_TIMEOUT),
                                        new RoomEvent.StreamRemoved(
                                                3,
                                                stream("a", ANN),
                                                StreamRemovalReason.KICKED_OUT))))
                .containsExactly(
                        new RoomChange.StreamsRemoved(
                                List.of(stream("b", ANN), stream("a", ANN)),
                                List.of(
                                        StreamRemovalReason.HEARTBEAT_TIMEOUT,
                                        StreamRemovalReason.KICKED_OUT)));
    }

    @Test
    void extraInfoIsToldWhenItDiffers() {
        RoomStream before = stream("s", ANN);
        RoomStream after = new RoomStream("s", ANN, "new");
        view.onSnapshot(1, snapshot(List.of(ANN), List.of(before)));
        assertThat(view.onEvents(2, List.of(new RoomEvent.StreamExtraInfoChanged(2, before))))
                .isEmpty();
        assertThat(view.onSnapshot(3, snapshot(List.of(ANN), List.of(after))))
                .containsExactly(new RoomChange.ExtraInfoChanged(List.of(after)));
    }

    @Test
    void aNewNameIsAGoingAndAComing() {
        RoomUser renamed = new RoomUser("ann", "Anna");
        view.onSnapshot(1, snapshot(List.of(ANN), List.of()));
        assertThat(view.onSnapshot(2, snapshot(List.of(renamed), List.of())))
                .containsExactly(
                        new RoomChange.UsersRemoved(List.of(ANN)),
                        new RoomChange.UsersAdded(List.of(renamed)));
    }

    @Test
    void withoutUserNoticesOnlyStreamsAreTold() {
        RoomView quiet = new RoomView("me", false);
        assertThat(quiet.onSnapshot(1, snapshot(List.of(ANN), List.of(stream("s", ANN)))))
                .containsExactly(new RoomChange.StreamsAdded(List.of(stream("s", ANN))));
        assertThat(
                        quiet.onEvents(
                                3,
                                List.of(
                                        new RoomEvent.UserJoined(2, BOB),
                                        new RoomEvent.UserLeft(3, ANN))))
                .isEmpty();
    }

    @Test
    void theRoomsVersionMayBeAheadOfTheLastEvent() {
        view.onEvents(9, List.of(new RoomEvent.UserJoined(4, ANN)));
        assertThat(view.version()).isEqualTo(9);
    }

    /// A random room, seen live, with gaps bridged by snapshots or replays that overlap what was
    /// seen: what the app was told, applied in order, is always the room, and no step is illegal.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void whatTheAppIsToldAlwaysAddsUpToTheRoom(long seed) {
        Random random = new Random(seed);
        Room room = new Room(random);
        App app = new App();
        RoomView seen = new RoomView("me", true);
        app.apply(seen.onSnapshot(room.version(), room.snapshot()));
        for (int step = 0; step < 400; step++) {
            long known = seen.version();
            for (int i = random.nextInt(6); i > 0; i--) {
                room.change();
            }
            if (random.nextInt(4) == 0) {
                app.apply(seen.onSnapshot(room.version(), room.snapshot()));
            } else {
                long from = Math.max(0, known - random.nextInt(3));
                app.apply(seen.onEvents(room.version(), room.since(from)));
            }
            assertThat(app.users).as("seed %d step %d", seed, step).isEqualTo(room.usersOfOthers());
            assertThat(app.streams).isEqualTo(room.streamsOfOthers());
            assertThat(seen.version()).isEqualTo(room.version());
        }
    }

    @Test
    void usersOfPagesAreToldInOneListAndStreamsAsTheyCome() {
        assertThat(view.onSnapshot(5, part(List.of(ANN), List.of(stream("a", ANN)))))
                .containsExactly(new RoomChange.StreamsAdded(List.of(stream("a", ANN))));
        assertThat(view.isWhole()).isFalse();
        assertThat(view.resumeVersion()).isZero();
        assertThat(view.onEvents(6, List.of(new RoomEvent.UserJoined(6, CAT)))).isEmpty();
        assertThat(view.onPage(6, List.of(BOB), List.of(stream("b", BOB)), false))
                .containsExactly(
                        new RoomChange.UsersAdded(List.of(ANN, CAT, BOB)),
                        new RoomChange.StreamsAdded(List.of(stream("b", BOB))));
        assertThat(view.isWhole()).isTrue();
        assertThat(view.resumeVersion()).isEqualTo(6);
    }

    @Test
    void whoIsInNoPageIsGoneAtTheLast() {
        view.onSnapshot(
                1, snapshot(List.of(ANN, BOB), List.of(stream("a", ANN), stream("b", BOB))));
        assertThat(view.onSnapshot(9, part(List.of(ANN), List.of()))).isEmpty();
        assertThat(view.streams()).containsExactly(stream("a", ANN), stream("b", BOB));
        assertThat(view.onPage(9, List.of(), List.of(stream("a", ANN)), false))
                .containsExactly(
                        new RoomChange.StreamsRemoved(
                                List.of(stream("b", BOB)),
                                List.of(StreamRemovalReason.DISCONNECTED)),
                        new RoomChange.UsersRemoved(List.of(BOB)));
    }

    @Test
    void whoLeavesBetweenPagesIsToldAtOnceAndOnce() {
        view.onSnapshot(1, snapshot(List.of(ANN, BOB), List.of(stream("a", ANN))));
        view.onSnapshot(5, part(List.of(ANN), List.of()));
        assertThat(
                        view.onEvents(
                                8,
                                List.of(
                                        new RoomEvent.StreamRemoved(
                                                6, stream("a", ANN), StreamRemovalReason.STOPPED),
                                        new RoomEvent.UserLeft(7, ANN),
                                        new RoomEvent.UserLeft(8, CAT))))
                .containsExactly(
                        new RoomChange.StreamsRemoved(
                                List.of(stream("a", ANN)), List.of(StreamRemovalReason.STOPPED)),
                        new RoomChange.UsersRemoved(List.of(ANN)));
        assertThat(view.onPage(8, List.of(BOB), List.of(), false)).isEmpty();
        assertThat(view.users()).containsExactly(BOB);
    }

    @Test
    void aPageThatNothingAnnouncedIsIgnored() {
        assertThat(view.onPage(7, List.of(ANN), List.of(), false)).isEmpty();
        view.onSnapshot(3, snapshot(List.of(BOB), List.of()));
        assertThat(view.onPage(9, List.of(ANN), List.of(), true)).isEmpty();
        assertThat(view.version()).isEqualTo(3);
        assertThat(view.isWhole()).isTrue();
    }

    @Test
    void devicesAreToldWhenTheyDiffer() {
        RoomStream before = stream("s", ANN);
        RoomStream muted = before.withDevices(DeviceState.OPEN, DeviceState.MUTE);
        RoomStream both = muted.withExtraInfo("x").withDevices(DeviceState.MUTE, DeviceState.MUTE);
        view.onSnapshot(1, snapshot(List.of(ANN), List.of(before)));
        assertThat(view.onEvents(2, List.of(new RoomEvent.StreamDeviceStatesChanged(2, muted))))
                .containsExactly(new RoomChange.DeviceStatesChanged(List.of(muted)));
        assertThat(view.onEvents(3, List.of(new RoomEvent.StreamDeviceStatesChanged(3, muted))))
                .isEmpty();
        assertThat(view.onSnapshot(4, snapshot(List.of(ANN), List.of(both))))
                .containsExactly(
                        new RoomChange.ExtraInfoChanged(List.of(both)),
                        new RoomChange.DeviceStatesChanged(List.of(both)));
        assertThat(
                        view.onEvents(
                                5,
                                List.of(
                                        new RoomEvent.StreamDeviceStatesChanged(
                                                5, stream("unknown", BOB)))))
                .isEmpty();
    }

    @Test
    void theRoomsExtraInfoIsToldUnlessItIsTheAppsOwnWord() {
        RoomExtraInfo old = new RoomExtraInfo("k", "old", ME, 1);
        RoomExtraInfo mine = new RoomExtraInfo("k", "mine", ME, 2);
        RoomExtraInfo anns = new RoomExtraInfo("k", "anns", ANN, 3);
        assertThat(view.onSnapshot(1, withInfo(old)))
                .containsExactly(new RoomChange.RoomExtraInfoChanged(List.of(old)));
        assertThat(view.onEvents(2, List.of(new RoomEvent.RoomExtraInfoChanged(2, mine))))
                .isEmpty();
        assertThat(view.onEvents(3, List.of(new RoomEvent.RoomExtraInfoChanged(3, anns))))
                .containsExactly(new RoomChange.RoomExtraInfoChanged(List.of(anns)));
        assertThat(view.onSnapshot(4, withInfo(anns))).isEmpty();
        assertThat(view.onSnapshot(5, withInfo(mine))).isEmpty();
        assertThat(view.onSnapshot(6, snapshot(List.of(), List.of())))
                .containsExactly(
                        new RoomChange.RoomExtraInfoChanged(
                                List.of(new RoomExtraInfo("k", "", ME, 2))));
    }

    /// A random room that arrives in pages, with events and further snapshots between them: no step
    /// is illegal, nobody who stayed is told to have gone, and with the last page the app knows the
    /// room.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void pagesAndEventsBetweenThemAddUpToTheRoom(long seed) {
        Random random = new Random(seed);
        Room room = new Room(random);
        App app = new App();
        RoomView seen = new RoomView("me", true);
        int wholes = 0;
        for (int step = 0; step < 800; step++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                room.change();
            }
            if (step == 0 || random.nextInt(12) == 0) {
                app.apply(seen.onSnapshot(room.version(), room.firstPart()));
            } else {
                long from = Math.max(0, seen.version() - random.nextInt(3));
                app.apply(seen.onEvents(room.version(), room.since(from)));
                if (room.hasPage() && random.nextBoolean()) {
                    Answer.Snapshot page = room.nextPart();
                    app.apply(
                            seen.onPage(room.version(), page.users(), page.streams(), page.more()));
                }
            }
            assertThat(room.gone).as("seed %d step %d", seed, step).containsAll(app.removed);
            assertThat(seen.isWhole()).isEqualTo(!room.hasPage());
            if (seen.isWhole()) {
                wholes++;
                assertThat(app.users)
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(room.usersOfOthers());
                assertThat(app.streams).isEqualTo(room.streamsOfOthers());
                room.gone.clear();
                app.removed.clear();
            }
            assertThat(seen.version()).isEqualTo(room.version());
        }
        assertThat(wholes).isGreaterThan(100);
    }

    private static Answer.Snapshot part(List<RoomUser> users, List<RoomStream> streams) {
        return new Answer.Snapshot(users, streams, 99, List.of(), true);
    }

    private static Answer.Snapshot withInfo(RoomExtraInfo info) {
        return new Answer.Snapshot(List.of(), List.of(), 1, List.of(info), false);
    }

    private static Answer.Snapshot snapshot(List<RoomUser> users, List<RoomStream> streams) {
        return new Answer.Snapshot(users, streams, users.size());
    }

    private static RoomStream stream(String id, RoomUser user) {
        return new RoomStream(id, user, "");
    }

    /// What an app believes; refuses to be told nonsense.
    private static final class App {
        final Map<String, RoomUser> users = new LinkedHashMap<>();
        final Map<String, RoomStream> streams = new LinkedHashMap<>();
        final Map<String, RoomExtraInfo> extraInfos = new LinkedHashMap<>();
        final Set<String> removed = new HashSet<>();

        private RoomStream known(RoomStream stream) {
            RoomStream known = streams.get(stream.streamId());
            if (known == null) {
                throw new AssertionError("a change of a stream that is not there: " + stream);
            }
            return known;
        }

        void apply(List<RoomChange> changes) {
            for (RoomChange change : changes) {
                switch (change) {
                    case RoomChange.UsersAdded added -> {
                        assertThat(added.users()).isNotEmpty();
                        for (RoomUser user : added.users()) {
                            assertThat(users.put(user.userId(), user)).isNull();
                        }
                    }
                    case RoomChange.UsersRemoved gone -> {
                        assertThat(gone.users()).isNotEmpty();
                        for (RoomUser user : gone.users()) {
                            removed.add(user.userId());
                            assertThat(users.remove(user.userId())).isEqualTo(user);
                        }
                    }
                    case RoomChange.StreamsAdded added -> {
                        assertThat(added.streams()).isNotEmpty();
                        for (RoomStream stream : added.streams()) {
                            assertThat(streams.put(stream.streamId(), stream)).isNull();
                        }
                    }
                    case RoomChange.StreamsRemoved gone -> {
                        assertThat(gone.reasons()).hasSameSizeAs(gone.streams());
                        for (RoomStream stream : gone.streams()) {
                            removed.add(stream.streamId());
                            assertThat(streams.remove(stream.streamId())).isNotNull();
                        }
                    }
                    case RoomChange.ExtraInfoChanged changed -> {
                        for (RoomStream stream : changed.streams()) {
                            RoomStream known = known(stream);
                            assertThat(known.extraInfo()).isNotEqualTo(stream.extraInfo());
                            streams.put(stream.streamId(), known.withExtraInfo(stream.extraInfo()));
                        }
                    }
                    case RoomChange.DeviceStatesChanged changed -> {
                        for (RoomStream stream : changed.streams()) {
                            RoomStream known = known(stream);
                            RoomStream told =
                                    known.withDevices(stream.camera(), stream.microphone());
                            assertThat(told).isNotEqualTo(known);
                            streams.put(stream.streamId(), told);
                        }
                    }
                    case RoomChange.RoomExtraInfoChanged written -> {
                        for (RoomExtraInfo info : written.infos()) {
                            extraInfos.put(info.key(), info);
                        }
                    }
                }
            }
        }
    }

    /// The server's side: a few users, the receiver among them, who come, go and publish.
    private static final class Room {
        private final Random random;
        private final Map<String, RoomUser> users = new LinkedHashMap<>();
        private final Map<String, RoomStream> streams = new LinkedHashMap<>();
        private final List<RoomEvent> log = new ArrayList<>();

        /// The versions at which users and streams came: pages list them in this order.
        private final Map<String, Long> cameAt = new LinkedHashMap<>();

        /// Users and streams that went at least once.
        final Set<String> gone = new HashSet<>();

        private long pagesUpTo;
        private long pageCursor;

        Room(Random random) {
            this.random = random;
        }

        long version() {
            return log.size();
        }

        List<RoomEvent> since(long version) {
            return log.subList((int) version, log.size());
        }

        void change() {
            String id = random.nextInt(7) == 0 ? "me" : "u" + random.nextInt(4);
            RoomUser user = users.get(id);
            if (user == null) {
                RoomUser joined = new RoomUser(id, "name" + random.nextInt(3));
                users.put(id, joined);
                cameAt.put(id, version() + 1);
                log.add(new RoomEvent.UserJoined(version() + 1, joined));
                return;
            }
            String streamId = "s" + random.nextInt(3);
            RoomStream stream = streams.get(streamId);
            if (stream == null) {
                RoomStream added = new RoomStream(streamId, user, "");
                streams.put(streamId, added);
                cameAt.put(streamId, version() + 1);
                log.add(new RoomEvent.StreamAdded(version() + 1, added));
            } else if (!stream.user().userId().equals(id)) {
                leave(user);
            } else if (random.nextBoolean()) {
                remove(stream);
            } else if (random.nextBoolean()) {
                RoomStream changed = stream.withExtraInfo("x" + random.nextInt(3));
                streams.put(streamId, changed);
                log.add(new RoomEvent.StreamExtraInfoChanged(version() + 1, changed));
            } else {
                RoomStream changed =
                        stream.withDevices(
                                DeviceState.values()[random.nextInt(2)],
                                DeviceState.values()[random.nextInt(2)]);
                streams.put(streamId, changed);
                log.add(new RoomEvent.StreamDeviceStatesChanged(version() + 1, changed));
            }
        }

        private void leave(RoomUser user) {
            for (RoomStream stream : new ArrayList<>(streams.values())) {
                if (stream.user().equals(user)) {
                    remove(stream);
                }
            }
            users.remove(user.userId());
            gone.add(user.userId());
            log.add(new RoomEvent.UserLeft(version() + 1, user));
        }

        private void remove(RoomStream stream) {
            streams.remove(stream.streamId());
            gone.add(stream.streamId());
            log.add(
                    new RoomEvent.StreamRemoved(
                            version() + 1, stream, StreamRemovalReason.STOPPED));
        }

        Answer.Snapshot snapshot() {
            return new Answer.Snapshot(
                    List.copyOf(users.values()), List.copyOf(streams.values()), users.size());
        }

        Answer.Snapshot firstPart() {
            pagesUpTo = version();
            pageCursor = 0;
            return nextPart();
        }

        boolean hasPage() {
            return pageCursor < pagesUpTo;
        }

        /// Up to three of those who came after the part before and not after the snapshot.
        Answer.Snapshot nextPart() {
            List<RoomUser> someUsers = new ArrayList<>();
            List<RoomStream> someStreams = new ArrayList<>();
            int room = 1 + random.nextInt(3);
            while (pageCursor < pagesUpTo && room > 0) {
                pageCursor++;
                for (RoomUser user : users.values()) {
                    if (cameAt.getOrDefault(user.userId(), 0L) == pageCursor) {
                        someUsers.add(user);
                        room--;
                    }
                }
                for (RoomStream stream : streams.values()) {
                    if (cameAt.getOrDefault(stream.streamId(), 0L) == pageCursor) {
                        someStreams.add(stream);
                        room--;
                    }
                }
            }
            return new Answer.Snapshot(someUsers, someStreams, users.size(), List.of(), hasPage());
        }

        Map<String, RoomUser> usersOfOthers() {
            Map<String, RoomUser> others = new LinkedHashMap<>(users);
            others.remove("me");
            return others;
        }

        Map<String, RoomStream> streamsOfOthers() {
            Map<String, RoomStream> others = new LinkedHashMap<>(streams);
            others.values().removeIf(stream -> stream.user().userId().equals("me"));
            return others;
        }
    }
}

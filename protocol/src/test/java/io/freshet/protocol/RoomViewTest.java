package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules by which snapshots, pages and events make a view: replayed as vectors, and checked
/// against a server that pages while its room changes.
class RoomViewTest {

    static Stream<Arguments> scenarios() {
        return Vectors.in("room-views.json").stream()
                .map(vector -> Arguments.of(Vectors.text(vector, "name"), vector.at("steps")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void aViewFollowsFromTheMessages(String name, JsonArray steps) throws Exception {
        ViewModel view = new ViewModel();
        int number = 0;
        for (JsonValue item : steps.items()) {
            JsonObject step = (JsonObject) item;
            JsonObject expected = (JsonObject) step.at("view");
            String as = name + ", step " + ++number;

            view.onMessage(MessageCodec.decodeServer(JsonWriter.write(step.at("message"))));

            assertThat(view.version()).as(as).isEqualTo(Vectors.number(expected, "version"));
            assertThat(JsonLiteral.of(view.isWhole())).as(as).isEqualTo(expected.at("whole"));
            // The codec knows how lists of these are read: in a page and in a snapshot.
            var page =
                    (ServerMessage.RoomPage)
                            MessageCodec.decodeServer(
                                    messageWith(
                                            expected,
                                            "\"type\":\"roomPage\",\"more\":false,"
                                                    + "\"roomId\":\"r\""));
            assertThat(view.users.values())
                    .as(as)
                    .containsExactlyInAnyOrderElementsOf(page.users());
            assertThat(view.streams.values())
                    .as(as)
                    .containsExactlyInAnyOrderElementsOf(page.streams());
            assertThat(view.roomExtraInfo.values())
                    .as(as)
                    .containsExactlyInAnyOrderElementsOf(extraInfoOf(expected));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aViewConvergesWhileTheRoomChangesBetweenPages(long seed) {
        PagingServer server = new PagingServer(new Random(seed));
        for (int i = 0; i < 40; i++) {
            server.change();
        }
        server.login();
        for (int i = 0; i < 400; i++) {
            server.step();
        }
        server.settle();

        assertThat(server.view.isWhole()).isTrue();
        server.checkView();
    }

    @Test
    void thePagesOfABusyRoomEndAlthoughMoreUsersArriveThanAPageHolds() {
        PagingServer server = new PagingServer(new Random(1));
        for (int i = 0; i < 30; i++) {
            server.join("early" + i);
        }
        server.login();
        int pages = 1;
        while (!server.view.isWhole() && pages < 100) {
            for (int i = 0; i < 10; i++) {
                server.join("late" + pages + "-" + i);
            }
            server.flush();
            server.page();
            pages++;
        }

        assertThat(pages).isEqualTo(30 / PagingServer.PAGE);
        server.checkView();
    }

    private static String messageWith(JsonObject fields, String start) {
        return "{" + start + "," + JsonWriter.write(fields).substring(1);
    }

    private static List<RoomExtraInfo> extraInfoOf(JsonObject expected) throws Exception {
        var snapshot =
                (ServerMessage.RoomSnapshot)
                        MessageCodec.decodeServer(
                                "{\"type\":\"roomSnapshot\",\"roomId\":\"r\",\"version\":1,"
                                        + "\"snapshot\":"
                                        + messageWith(
                                                expected, "\"kind\":\"snapshot\",\"userCount\":1")
                                        + "}");
        return snapshot.snapshot().roomExtraInfo();
    }

    /// A room and one client of it that at times is too slow or away. Nothing of a past state is
    /// kept but the log: pages are cut from what is there now.
    private static final class PagingServer {
        private static final int PAGE = 3;

        private record Entry<T>(long since, T value) {}

        final ViewModel view = new ViewModel();
        private final Random random;
        private final Map<String, Entry<RoomUser>> users = new TreeMap<>();
        private final Map<String, Entry<RoomStream>> streams = new TreeMap<>();
        private final Map<String, RoomExtraInfo> info = new TreeMap<>();
        private final List<RoomEvent> log = new ArrayList<>();
        private int flushed;
        private long pagesUpTo;
        private long pagedUpTo;
        private boolean paging;
        private int names;

        PagingServer(Random random) {
            this.random = random;
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> {
                    flush();
                    page();
                }
                case 3, 4 -> flush();
                case 5 -> {
                    if (random.nextInt(5) == 0) {
                        resume();
                    } else if (random.nextInt(3) == 0) {
                        begin(false);
                    }
                }
                default -> change();
            }
            assertThat(view.isWhole()).isEqualTo(!paging);
            if (view.isWhole() && flushed == log.size()) {
                checkView();
            }
        }

        void settle() {
            flush();
            while (paging) {
                page();
            }
        }

        void checkView() {
            flush();
            assertThat(view.version()).isEqualTo(version());
            assertThat(view.users.values()).containsExactlyInAnyOrderElementsOf(values(users));
            assertThat(view.streams.values()).containsExactlyInAnyOrderElementsOf(values(streams));
            assertThat(view.roomExtraInfo).isEqualTo(info);
        }

        void change() {
            switch (random.nextInt(6)) {
                case 0, 1 -> join("u" + random.nextInt(30));
                case 2 -> leave();
                case 3 -> publish();
                case 4 -> {
                    if (random.nextInt(3) > 0) {
                        changeStream();
                    } else {
                        unpublish();
                    }
                }
                default -> writeExtraInfo();
            }
        }

        void join(String id) {
            if (!users.containsKey(id)) {
                RoomUser user = new RoomUser(id, "n" + names++);
                users.put(id, new Entry<>(version() + 1, user));
                log.add(new RoomEvent.UserJoined(version() + 1, user));
            }
        }

        private void leave() {
            any(users)
                    .ifPresent(user -> {
                        users.remove(user.userId());
                        log.add(new RoomEvent.UserLeft(version() + 1, user));
                    });
        }

        private void publish() {
            String id = "s" + random.nextInt(10);
            any(users)
                    .ifPresent(user -> {
                        if (!streams.containsKey(id)) {
                            RoomStream stream = new RoomStream(id, user, "");
                            streams.put(id, new Entry<>(version() + 1, stream));
                            log.add(new RoomEvent.StreamAdded(version() + 1, stream));
                        }
                    });
        }

        private void unpublish() {
            any(streams)
                    .ifPresent(stream -> {
                        streams.remove(stream.streamId());
                        log.add(
                                new RoomEvent.StreamRemoved(
                                        version() + 1, stream, StreamRemovalReason.STOPPED));
                    });
        }

        private void changeStream() {
            any(streams)
                    .ifPresent(former -> {
                        boolean devices = random.nextBoolean();
                        RoomStream stream =
                                devices
                                        ? former.withDevices(
                                                DeviceState.values()[random.nextInt(16)],
                                                DeviceState.MUTE)
                                        : former.withExtraInfo("x" + names++);
                        streams.computeIfPresent(
                                stream.streamId(),
                                (id, entry) -> new Entry<>(entry.since(), stream));
                        log.add(
                                devices
                                        ? new RoomEvent.StreamDeviceStatesChanged(
                                                version() + 1, stream)
                                        : new RoomEvent.StreamExtraInfoChanged(
                                                version() + 1, stream));
                    });
        }

        private void writeExtraInfo() {
            RoomExtraInfo written =
                    new RoomExtraInfo("k", "v" + names++, new RoomUser("me", ""), names);
            info.put("k", written);
            log.add(new RoomEvent.RoomExtraInfoChanged(version() + 1, written));
        }

        void login() {
            begin(true);
        }

        /// Instead of the events that are not sent yet.
        private void begin(boolean answer) {
            flushed = log.size();
            pagesUpTo = version();
            pagedUpTo = 0;
            List<RoomUser> firstUsers = next(users);
            List<RoomStream> firstStreams = nextStreams();
            paging = isMore();
            Answer.Snapshot snapshot =
                    new Answer.Snapshot(
                            firstUsers,
                            firstStreams,
                            users.size() + 1,
                            List.copyOf(info.values()),
                            paging);
            view.onMessage(
                    answer
                            ? Answer.ok(1, new Answer.LoggedIn("s", "k", version(), snapshot))
                            : new ServerMessage.RoomSnapshot("r", version(), snapshot));
        }

        void page() {
            if (paging) {
                List<RoomUser> nextUsers = next(users);
                List<RoomStream> nextStreams = nextStreams();
                paging = isMore();
                view.onMessage(
                        new ServerMessage.RoomPage("r", version(), nextUsers, nextStreams, paging));
            }
        }

        /// A client whose view lacks pages gets a snapshot; the others what they missed, in parts.
        private void resume() {
            if (!view.isWhole()) {
                login();
                return;
            }
            int missed = Math.min(4, log.size() - flushed);
            List<RoomEvent> events = List.copyOf(log.subList(flushed, flushed + missed));
            flushed += missed;
            view.onMessage(
                    Answer.ok(
                            1, new Answer.LoggedIn("s", "k", flushed, new Answer.Missed(events))));
        }

        void flush() {
            if (flushed < log.size()) {
                List<RoomEvent> events = List.copyOf(log.subList(flushed, log.size()));
                flushed = log.size();
                view.onMessage(new ServerMessage.RoomEvents("r", version(), events));
            }
        }

        /// Users first, up to the page's bound; the streams with the last of them.
        private List<RoomUser> next(Map<String, Entry<RoomUser>> from) {
            List<Entry<RoomUser>> page =
                    from.values().stream()
                            .filter(e -> e.since() > pagedUpTo && e.since() <= pagesUpTo)
                            .sorted((a, b) -> Long.compare(a.since(), b.since()))
                            .limit(PAGE)
                            .toList();
            pagedUpTo = page.isEmpty() ? pagesUpTo : page.getLast().since();
            return page.stream().map(Entry::value).toList();
        }

        private List<RoomStream> nextStreams() {
            return isMore() ? List.of() : values(streams);
        }

        private boolean isMore() {
            return users.values().stream()
                    .anyMatch(e -> e.since() > pagedUpTo && e.since() <= pagesUpTo);
        }

        private long version() {
            return log.size();
        }

        private <T> Optional<T> any(Map<String, Entry<T>> from) {
            return from.values().stream()
                    .skip(from.isEmpty() ? 0 : random.nextInt(from.size()))
                    .map(Entry::value)
                    .findFirst();
        }

        private static <T> List<T> values(Map<String, Entry<T>> from) {
            return from.values().stream().map(Entry::value).toList();
        }
    }
}

package io.freshet.server.control;

import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.testkit.Simulation;
import io.freshet.testkit.VirtualPipe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A client as an SDK is one: keeps wishing to be in its room, to publish and to play, reconnects
/// when the connection breaks or goes silent, resumes, and reduces what it is told to a [RoomView].
/// Also the server's end of its connections, with a bounded queue.
final class SimulatedClient {
    /// Messages under way to the client that the server's queue and the network hold.
    static final int QUEUE_LIMIT = 6;

    private static final long MS = 1_000_000L;
    private static final long HEARTBEAT_NS = 4_000 * MS;
    private static final long SILENCE_NS = 9_000 * MS;

    enum State {
        OUT,
        ENTERING,
        IN
    }

    enum PlayState {
        REQUESTING,
        WAITING,
        PLAYING
    }

    /// One connection and its server side.
    private final class Link implements ClientSink {
        final VirtualPipe<ClientMessage, ServerMessage> pipe;
        final ClientConnection server;
        final Map<Long, ClientMessage> unanswered = new HashMap<>();
        boolean welcomed;
        boolean refused;
        boolean serverClosed;
        long lastHeardNs = simulation.nowNs();
        long lastId;

        Link(int number) {
            pipe =
                    new VirtualPipe<>(
                            simulation,
                            name + "/" + number,
                            5 * MS + random.nextLong(40 * MS),
                            random.nextLong(20 * MS));
            pipe.first()
                    .setListener(
                            new VirtualPipe.Listener<>() {
                                @Override
                                public void onMessage(ServerMessage message) {
                                    received(Link.this, message);
                                    onRead();
                                }

                                @Override
                                public void onClosed(String reason) {
                                    broken(Link.this);
                                }
                            });
            server = plane.connect(this);
            pipe.second()
                    .setListener(
                            new VirtualPipe.Listener<>() {
                                @Override
                                public void onMessage(ClientMessage message) {
                                    server.onMessage(message);
                                }

                                @Override
                                public void onClosed(String reason) {
                                    serverClosed = true;
                                    server.onClosed();
                                }
                            });
        }

        @Override
        public boolean send(ServerMessage message) {
            if (serverClosed) {
                return true;
            }
            if (pipe.first().backlog() >= QUEUE_LIMIT) {
                refused = true;
                return false;
            }
            pipe.second().send(message);
            return true;
        }

        @Override
        public void close(String reason) {
            if (!serverClosed) {
                serverClosed = true;
                pipe.second().close(reason);
                simulation.after(0, name + " server side closed", server::onClosed);
            }
        }

        private void onRead() {
            if (refused && pipe.first().backlog() < QUEUE_LIMIT / 2) {
                refused = false;
                simulation.after(0, name + " queue drained", server::onWritable);
            }
        }
    }

    final String name;
    final String userId;
    private final Simulation simulation;
    private final ControlPlane plane;
    private final RandomGenerator random;
    private final boolean userStatusNotify;
    private @Nullable Link link;
    private int links;

    /// The room it wishes to be in.
    private @Nullable String room;

    private State state = State.OUT;
    private RoomView view = new RoomView();
    private String resumeKey = "";
    private String roomSessionId = "";
    private final MessageBook book;
    private final boolean modern;
    private MessageBook.@Nullable Listener messages;
    private int pages;
    private final Set<String> publishing = new HashSet<>();
    private final Set<String> published = new HashSet<>();
    private final Set<String> stopped = new HashSet<>();
    private final Set<String> noLongerPlayed = new HashSet<>();
    private final Map<String, PlayState> playing = new HashMap<>();
    private int kicks;
    private long startsAgainNs;

    SimulatedClient(
            Simulation simulation,
            ControlPlane plane,
            String name,
            String userId,
            boolean userStatusNotify,
            boolean modern,
            MessageBook book) {
        this.modern = modern;
        this.book = book;
        this.simulation = simulation;
        this.plane = plane;
        this.name = name;
        this.userId = userId;
        this.userStatusNotify = userStatusNotify;
        this.random = simulation.random(name);
    }

    boolean isIn() {
        return state == State.IN;
    }

    boolean wishesToBeOut() {
        return room == null;
    }

    Optional<String> room() {
        return Optional.ofNullable(room);
    }

    /// Whether it knows every capability.
    boolean isModern() {
        return modern;
    }

    Optional<MessageBook.Listener> messages() {
        return Optional.ofNullable(messages);
    }

    int pages() {
        return pages + view.pages();
    }

    RoomView view() {
        return view;
    }

    boolean seesUsers() {
        return userStatusNotify;
    }

    Set<String> published() {
        return published;
    }

    Map<String, PlayState> playing() {
        return playing;
    }

    int backlog() {
        Link current = link;
        return current == null ? 0 : current.pipe.first().backlog();
    }

    // What its user does.

    void enter(String wishedRoom) {
        if (room != null || simulation.nowNs() < startsAgainNs) {
            return;
        }
        room = wishedRoom;
        forgetLogin();
        if (link == null) {
            connect();
        } else if (link.welcomed) {
            login(link);
        }
    }

    void leave() {
        if (room == null) {
            return;
        }
        String left = room;
        out();
        if (link != null && link.welcomed) {
            request(link, id -> new ClientMessage.Logout(id, left));
        }
    }

    void publish(String stream) {
        if (room != null) {
            publishing.add(stream);
            sendPublish(stream);
        }
    }

    void stopPublishing(String stream) {
        if (publishing.remove(stream)) {
            published.remove(stream);
            stopped.add(stream);
            sendStops();
        }
    }

    void setExtraInfo(String stream, String info) {
        if (published.contains(stream) && link != null && link.welcomed && room != null) {
            String in = room;
            request(link, id -> new ClientMessage.SetStreamExtraInfo(id, in, stream, info));
        }
    }

    void setDevices(String stream, DeviceState camera, DeviceState microphone) {
        if (published.contains(stream)) {
            requestIn((id, in) ->
                    new ClientMessage.SetStreamDeviceStates(id, in, stream, camera, microphone));
        }
    }

    void setRoomExtraInfo(String value) {
        requestIn((id, in) -> new ClientMessage.SetRoomExtraInfo(id, in, "key", value));
    }

    void broadcast() {
        String text = book.text(List.of());
        requestIn((id, in) -> new ClientMessage.SendBroadcastMessage(id, in, text));
    }

    void barrage() {
        requestIn((id, in) -> new ClientMessage.SendBarrageMessage(id, in, "!"));
    }

    void command(List<String> to) {
        String text = book.text(to);
        requestIn((id, in) -> new ClientMessage.SendCustomCommand(id, in, text, to));
    }

    private interface RoomRequest {
        ClientMessage of(long id, String room);
    }

    private void requestIn(RoomRequest request) {
        Link on = link;
        String in = room;
        if (on != null && in != null && state == State.IN) {
            request(on, id -> request.of(id, in));
        }
    }

    void play(String stream) {
        if (room != null && playing.size() < 10) {
            playing.put(stream, PlayState.REQUESTING);
            sendPlay(stream);
        }
    }

    void stopPlaying(String stream) {
        if (playing.remove(stream) != null) {
            noLongerPlayed.add(stream);
            sendStops();
        }
    }

    /// What was stopped while there was no connection is said as soon as there is one.
    private void sendStops() {
        Link on = link;
        String in = room;
        if (on == null || in == null || state != State.IN) {
            return;
        }
        for (String stream : stopped) {
            request(on, id -> new ClientMessage.StopPublishing(id, in, stream));
        }
        for (String stream : noLongerPlayed) {
            request(on, id -> new ClientMessage.StopPlaying(id, stream));
        }
        stopped.clear();
        noLongerPlayed.clear();
    }

    // What happens to it.

    void sever() {
        if (link != null) {
            link.pipe.sever();
        }
    }

    void reset() {
        if (link != null) {
            link.pipe.reset("reset");
        }
    }

    void setReading(boolean reading) {
        if (link != null) {
            link.pipe.first().setReading(reading);
        }
    }

    void setServerReading(boolean reading) {
        if (link != null) {
            link.pipe.second().setReading(reading);
        }
    }

    /// The process is gone, and starts again knowing nothing.
    void crash() {
        if (link != null) {
            link.pipe.sever();
            link = null;
        }
        out();
        startsAgainNs = simulation.nowNs() + random.nextLong(40_000 * MS);
    }

    /// Looks every second whether it has to do something about its connection.
    void tick() {
        Link current = link;
        if (current == null) {
            return;
        }
        if (simulation.nowNs() - current.lastHeardNs > SILENCE_NS) {
            current.pipe.first().close("silent");
            broken(current);
        } else if (current.welcomed && simulation.nowNs() - current.lastHeardNs > HEARTBEAT_NS) {
            request(current, ClientMessage.Heartbeat::new);
        }
    }

    private void out() {
        room = null;
        state = State.OUT;
        forgetLogin();
        publishing.clear();
        playing.clear();
        stopped.clear();
        noLongerPlayed.clear();
    }

    private void forgetLogin() {
        messages = null;
        pages += view.pages();
        view = new RoomView();
        resumeKey = "";
        published.clear();
    }

    private void connect() {
        link = new Link(++links);
        state = room == null ? State.OUT : State.ENTERING;
    }

    private void broken(Link which) {
        if (which != link) {
            return;
        }
        link = null;
        if (room != null) {
            state = State.ENTERING;
            which.unanswered.values().forEach(this::keepStop);
            simulation.after(
                    random.nextLong(2_000 * MS),
                    name + " reconnects",
                    () -> {
                        if (link == null && room != null) {
                            connect();
                        }
                    });
        }
    }

    /// A stop that was not answered may not have arrived.
    private void keepStop(ClientMessage unanswered) {
        if (unanswered instanceof ClientMessage.StopPublishing stop) {
            stopped.add(stop.streamId());
        } else if (unanswered instanceof ClientMessage.StopPlaying stop) {
            noLongerPlayed.add(stop.streamId());
        }
    }

    private void login(Link on) {
        String wished = room;
        if (wished == null) {
            return;
        }
        state = State.ENTERING;
        ClientMessage.@Nullable Resume resume =
                resumeKey.isEmpty()
                        ? null
                        : new ClientMessage.Resume(
                                resumeKey,
                                view.resumeVersion(),
                                messages == null ? 0 : messages.knownId());
        request(
                on,
                id ->
                        new ClientMessage.Login(
                                id, wished, userId, name, null, 0, userStatusNotify, resume));
    }

    private void sendPublish(String stream) {
        Link on = link;
        String in = room;
        if (on != null && in != null && state == State.IN) {
            request(on, id -> new ClientMessage.Publish(id, in, stream, "", "offer"));
        }
    }

    private void sendPlay(String stream) {
        Link on = link;
        if (on != null && state == State.IN) {
            request(on, id -> new ClientMessage.Play(id, stream, ResourceMode.RTC, "offer"));
        }
    }

    private void request(Link on, java.util.function.LongFunction<ClientMessage> message) {
        ClientMessage made = message.apply(++on.lastId);
        on.unanswered.put(made.id(), made);
        on.pipe.first().send(made);
    }

    private void received(Link from, ServerMessage message) {
        from.lastHeardNs = simulation.nowNs();
        if (from != link) {
            return;
        }
        switch (message) {
            case ServerMessage.Welcome welcome -> {
                from.welcomed = true;
                String proof =
                        AppSignProof.compute(
                                ControlHarness.APP_SIGN, welcome.nonce(), ControlHarness.APP_ID);
                request(
                        from,
                        id ->
                                new ClientMessage.Hello(
                                        id,
                                        1,
                                        modern ? ClientAbilities.SERVED : List.of(),
                                        ControlHarness.APP_ID,
                                        proof,
                                        "sim"));
                login(from);
            }
            case Answer answer -> answered(from, answer);
            case ServerMessage.RoomEvents events -> {
                if (concerns(from, events.roomId())) {
                    view.apply(events.version(), events.events());
                }
            }
            case ServerMessage.RoomSnapshot snapshot -> {
                if (concerns(from, snapshot.roomId())) {
                    view.replace(snapshot.version(), snapshot.snapshot());
                }
            }
            case ServerMessage.KickedOut kicked -> {
                if (kicked.roomId().equals(room) && state == State.IN) {
                    kicks++;
                    out();
                }
            }
            case ServerMessage.StreamPlayable playable -> {
                if (playing.get(playable.streamId()) == PlayState.WAITING) {
                    play(playable.streamId());
                }
            }
            case ServerMessage.PlayStateChanged change -> playStateChanged(change);
            case ServerMessage.PublishStateChanged change -> {
                if (change.state() == MediaState.ENDED && publishing.contains(change.streamId())) {
                    sendPublish(change.streamId());
                }
            }
            case ServerMessage.UserCount _,
                    ServerMessage.TokenWillExpire _,
                    ServerMessage.Closing _ -> {}
            case ServerMessage.RoomPage page -> {
                if (concerns(from, page.roomId())) {
                    view.onPage(page);
                }
            }
            case ServerMessage.BroadcastMessages broadcast -> {
                if (concerns(from, broadcast.roomId())) {
                    broadcast
                            .messages()
                            .forEach(m -> onMessage(m.messageId(), m.fromUser(), m.message()));
                }
            }
            case ServerMessage.CustomCommand command -> {
                if (concerns(from, command.roomId())) {
                    onMessage(command.messageId(), command.fromUser(), command.command());
                }
            }
            case ServerMessage.BarrageMessages barrage -> {
                if (concerns(from, barrage.roomId())) {
                    barrage.messages()
                            .forEach(m ->
                                    require(
                                            modern && !m.fromUser().userId().equals(userId),
                                            barrage + " is not for " + userId));
                }
            }
            case ServerMessage.TransparentMessage _ ->
                    throw new AssertionError(message + " was not asked for");
        }
    }

    private void onMessage(long messageId, RoomUser from, String text) {
        if (messages == null) {
            throw new AssertionError(name + " does not know messages, or is not in");
        }
        messages.onMessage(messageId, from, text);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /// Events come for the room it is in, or for one whose logout is not answered yet; for no
    /// other.
    private boolean concerns(Link from, String eventsOf) {
        if (state == State.IN && eventsOf.equals(room)) {
            return true;
        }
        boolean leaving =
                from.unanswered.values().stream()
                        .anyMatch(request ->
                                request instanceof ClientMessage.Logout logout
                                        && logout.roomId().equals(eventsOf));
        if (!leaving) {
            throw new AssertionError(name + " gets events of " + eventsOf + " in " + state);
        }
        return false;
    }

    private void playStateChanged(ServerMessage.PlayStateChanged change) {
        String stream = change.streamId();
        if (change.state() != MediaState.ENDED || playing.get(stream) != PlayState.PLAYING) {
            return;
        }
        if (change.code() == ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code()) {
            playing.put(stream, PlayState.WAITING);
        } else {
            play(stream);
        }
    }

    private void answered(Link from, Answer answer) {
        ClientMessage request = from.unanswered.remove(answer.id());
        if (request == null) {
            throw new AssertionError(name + " asked nothing with id " + answer.id());
        }
        switch (request) {
            case ClientMessage.Login login -> loginAnswered(from, login, answer);
            case ClientMessage.Publish publish -> {
                if (publishing.contains(publish.streamId()) && publish.roomId().equals(room)) {
                    if (answer.code() == 0) {
                        published.add(publish.streamId());
                    } else if (!stillAsked(from, publish)) {
                        publishing.remove(publish.streamId());
                        published.remove(publish.streamId());
                    }
                }
            }
            case ClientMessage.Play play -> {
                if (playing.get(play.streamId()) != PlayState.REQUESTING
                        || from.unanswered.values().stream()
                                .anyMatch(r ->
                                        r instanceof ClientMessage.Play p
                                                && p.streamId().equals(play.streamId()))) {
                    break;
                }
                if (answer.code() == 0) {
                    playing.put(play.streamId(), PlayState.PLAYING);
                } else if (answer.code() == ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code()) {
                    playing.put(play.streamId(), PlayState.WAITING);
                } else {
                    playing.remove(play.streamId());
                }
            }
            case ClientMessage.Hello _ -> requireOk(answer);
            case ClientMessage.Heartbeat _ -> requireOk(answer);
            case ClientMessage.Logout _,
                    ClientMessage.RenewToken _,
                    ClientMessage.StopPublishing _,
                    ClientMessage.SetStreamExtraInfo _,
                    ClientMessage.StopPlaying _ -> {}
            case ClientMessage.SetStreamDeviceStates _,
                    ClientMessage.SetRoomExtraInfo _,
                    ClientMessage.SendBroadcastMessage _,
                    ClientMessage.SendBarrageMessage _,
                    ClientMessage.SendCustomCommand _ -> {}
            case ClientMessage.SendTransparentMessage _ ->
                    throw new AssertionError(name + " never asks " + request);
        }
    }

    private static boolean stillAsked(Link from, ClientMessage.Publish publish) {
        return from.unanswered.values().stream()
                .anyMatch(r ->
                        r instanceof ClientMessage.Publish p
                                && p.streamId().equals(publish.streamId()));
    }

    private void loginAnswered(Link from, ClientMessage.Login login, Answer answer) {
        if (!login.roomId().equals(room) || state != State.ENTERING) {
            return; // it wished otherwise meanwhile
        }
        boolean overtaken =
                from.unanswered.values().stream()
                        .anyMatch(r ->
                                r instanceof ClientMessage.Login
                                        || r instanceof ClientMessage.Logout);
        if (overtaken) {
            return; // left and entered again: the later login's answer counts
        }
        if (answer.code() == ErrorCode.ROOM_KICKED_OUT.code()) {
            kicks++;
            out();
            return;
        }
        requireOk(answer);
        Answer.LoggedIn loggedIn = (Answer.LoggedIn) answer.result();
        boolean resumed = loggedIn.resumeKey().equals(resumeKey);
        if (!resumed) {
            forgetLogin();
        }
        resumeKey = loggedIn.resumeKey();
        state = State.IN;
        if (messages != null && loggedIn.roomSessionId().equals(roomSessionId)) {
            messages.onResumed(loggedIn.messageId());
        } else if (modern) {
            messages = book.begin(userId, loggedIn.roomSessionId(), loggedIn.messageId());
        }
        roomSessionId = loggedIn.roomSessionId();
        view.onLoggedIn(loggedIn);
        stopped.removeAll(publishing);
        noLongerPlayed.removeAll(playing.keySet());
        sendStops();
        for (String stream : List.copyOf(publishing)) {
            if (!resumed || !published.contains(stream)) {
                sendPublish(stream);
            }
        }
        for (Map.Entry<String, PlayState> entry : List.copyOf(playing.entrySet())) {
            if (!resumed || entry.getValue() == PlayState.REQUESTING) {
                play(entry.getKey());
            }
        }
    }

    private void requireOk(Answer answer) {
        if (answer.code() != 0) {
            throw new AssertionError(name + " was refused: " + answer);
        }
    }

    int kicks() {
        return kicks;
    }

    @Override
    public String toString() {
        return name + " (" + userId + ") " + state + " " + room + " " + view;
    }
}

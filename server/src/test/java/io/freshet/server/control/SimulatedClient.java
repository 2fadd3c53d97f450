package io.freshet.server.control;

import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.TransparentMessageMode;
import io.freshet.testkit.Simulation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A client as an SDK is one: keeps wishing to be in its rooms, to publish and to play, reconnects
/// when the connection breaks or goes silent, resumes, and reduces what it is told to a [RoomView]
/// for each room.
final class SimulatedClient implements SimulatedLink.Owner {
    private static final long MS = 1_000_000L;
    private static final long HEARTBEAT_NS = 4_000 * MS;
    private static final long SILENCE_NS = 9_000 * MS;

    /// A login that is refused with one of these has failed; with any other the service is wrong.
    private static final Set<Integer> FAIRLY_REFUSED =
            Set.of(
                    ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_MEMBER.code(),
                    ErrorCode.ROOM_ERROR_MULTI_ROOM_EXCEED_MAXIMUM_ROOM_COUNT.code(),
                    ErrorCode.ROOM_USER_IN_BLACKLIST.code(),
                    ErrorCode.ROOM_TOKEN_EXPIRE_ERROR.code());

    /// What kind of client it is.
    ///
    /// @param seesUsers asks for user notices
    /// @param modern knows every capability
    /// @param tokens shows a token that runs out with each login
    record Kind(boolean seesUsers, boolean modern, boolean tokens) {}

    final String name;
    final String userId;
    private final Kind kind;
    private final Simulation simulation;
    private final SimulatedServer server;
    private final RandomGenerator random;
    private final MessageBook book;

    /// The rooms it wishes to be in.
    private final Map<String, SimulatedLogin> logins = new LinkedHashMap<>();

    /// Rooms it has left without having been able to say so.
    private final Set<String> owedLogouts = new LinkedHashSet<>();

    private final SimulatedPlays plays = new SimulatedPlays();
    private @Nullable SimulatedLink link;
    private int links;
    private int pagesBefore;
    private int kicks;

    /// Kicks by a backend that reached it while it was in, and when it came back after one.
    private int putOut;

    private int refusedBack;
    private long startsAgainNs;

    SimulatedClient(
            Simulation simulation,
            SimulatedServer server,
            String name,
            String userId,
            Kind kind,
            MessageBook book) {
        this.kind = kind;
        this.book = book;
        this.simulation = simulation;
        this.server = server;
        this.name = name;
        this.userId = userId;
        this.random = simulation.random(name);
    }

    Collection<SimulatedLogin> logins() {
        return logins.values();
    }

    boolean isModern() {
        return kind.modern;
    }

    int pages() {
        return pagesBefore + logins.values().stream().mapToInt(SimulatedLogin::pages).sum();
    }

    int kicks() {
        return kicks;
    }

    int putOut() {
        return putOut;
    }

    int refusedBack() {
        return refusedBack;
    }

    SimulatedPlays plays() {
        return plays;
    }

    int backlog() {
        SimulatedLink current = link;
        return current == null ? 0 : current.backlog();
    }

    // What its user does.

    void enter(String roomId, int maxMemberCount) {
        if (logins.containsKey(roomId) || simulation.nowNs() < startsAgainNs) {
            return;
        }
        SimulatedLogin login =
                new SimulatedLogin(roomId, maxMemberCount, userId, kind.modern, book);
        logins.put(roomId, login);
        if (link == null) {
            connect();
        } else if (link.isWelcomed()) {
            login(link, login);
        }
    }

    void leave() {
        for (String roomId : List.copyOf(logins.keySet())) {
            if (logins.size() == 1 || random.nextBoolean()) {
                out(roomId);
                owedLogouts.add(roomId);
                break;
            }
        }
        if (link != null && link.isWelcomed()) {
            sendLogouts(link);
        }
    }

    void publish(String stream) {
        anyLogin(login -> {
            login.publishing.add(stream);
            sendPublish(login, stream);
        });
    }

    void stopPublishing(String stream) {
        for (SimulatedLogin login : logins.values()) {
            if (login.publishing.remove(stream)) {
                login.published.remove(stream);
                login.stopped.add(stream);
                sendStops(login);
            }
        }
    }

    void setExtraInfo(String stream, String info) {
        forPublished(
                stream, (id, in) -> new ClientMessage.SetStreamExtraInfo(id, in, stream, info));
    }

    void setDevices(String stream, DeviceState camera, DeviceState microphone) {
        forPublished(
                stream,
                (id, in) ->
                        new ClientMessage.SetStreamDeviceStates(
                                id, in, stream, camera, microphone));
    }

    void setRoomExtraInfo(String value) {
        requestInAny((id, in) -> new ClientMessage.SetRoomExtraInfo(id, in, "key", value));
    }

    void broadcast() {
        String text = book.text(List.of());
        requestInAny((id, in) -> new ClientMessage.SendBroadcastMessage(id, in, text));
    }

    void barrage() {
        requestInAny((id, in) -> new ClientMessage.SendBarrageMessage(id, in, "!"));
    }

    void command(List<String> to) {
        String text = book.text(to);
        requestInAny((id, in) -> new ClientMessage.SendCustomCommand(id, in, text, to));
    }

    void transparent(List<String> to) {
        String content =
                Base64.getEncoder().encodeToString(book.text(to).getBytes(StandardCharsets.UTF_8));
        requestInAny((id, in) ->
                new ClientMessage.SendTransparentMessage(
                        id, in, TransparentMessageMode.ONLY_CLIENT, content, to));
    }

    void play(String stream) {
        if (!logins.isEmpty() && plays.request(stream)) {
            sendPlay(stream);
        }
    }

    void stopPlaying(String stream) {
        if (plays.stop(stream)) {
            sendPlayStops();
        }
    }

    // What happens to it.

    void onLink(Consumer<SimulatedLink> action) {
        if (link != null) {
            action.accept(link);
        }
    }

    /// The process is gone, and starts again knowing nothing.
    void crash() {
        onLink(SimulatedLink::sever);
        link = null;
        List.copyOf(logins.keySet()).forEach(this::out);
        owedLogouts.clear();
        startsAgainNs = simulation.nowNs() + random.nextLong(40_000 * MS);
    }

    /// Looks every second whether it has to do something about its connection.
    void tick() {
        SimulatedLink current = link;
        if (current == null) {
            return;
        }
        if (simulation.nowNs() - current.lastHeardNs() > SILENCE_NS) {
            current.giveUp("silent");
            onBroken(current);
        } else if (current.isWelcomed()
                && simulation.nowNs() - current.lastHeardNs() > HEARTBEAT_NS) {
            current.request(ClientMessage.Heartbeat::new);
        }
    }

    @Override
    public void onBroken(SimulatedLink which) {
        if (which != link) {
            return;
        }
        link = null;
        which.unanswered().forEach(this::keepStop);
        logins.values().forEach(SimulatedLogin::onDisconnected);
        if (logins.isEmpty()) {
            owedLogouts.clear(); // a login over another connection begins another session
            return;
        }
        simulation.after(
                random.nextLong(2_000 * MS),
                name + " reconnects",
                () -> {
                    if (link == null && !logins.isEmpty()) {
                        connect();
                    }
                });
    }

    @Override
    public void onMessage(SimulatedLink from, ServerMessage message) {
        if (from != link) {
            return;
        }
        switch (message) {
            case ServerMessage.Welcome welcome -> greet(from, welcome);
            case Answer answer -> answered(from, answer);
            case ServerMessage.RoomEvents m ->
                    ifIn(from, m.roomId(), it -> it.view().apply(m.version(), m.events()));
            case ServerMessage.RoomSnapshot m ->
                    ifIn(from, m.roomId(), it -> it.view().replace(m.version(), m.snapshot()));
            case ServerMessage.RoomPage m -> ifIn(from, m.roomId(), it -> it.view().onPage(m));
            case ServerMessage.KickedOut kicked -> {
                SimulatedLogin login = logins.get(kicked.roomId());
                if (login != null && login.isIn()) {
                    kicks++;
                    putOut += isByBackend(kicked.code()) ? 1 : 0;
                    out(kicked.roomId());
                }
            }
            case ServerMessage.StreamPlayable playable -> {
                if (plays.onPlayable(playable.streamId())) {
                    play(playable.streamId());
                }
            }
            case ServerMessage.PlayStateChanged change -> {
                if (plays.onStateChanged(change)) {
                    play(change.streamId());
                }
            }
            case ServerMessage.PublishStateChanged change -> {
                if (change.state() == MediaState.ENDED) {
                    boolean forGood =
                            change.code() == ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code();
                    for (SimulatedLogin login : logins.values()) {
                        login.published.remove(change.streamId());
                        if (forGood) {
                            login.publishing.remove(change.streamId());
                        } else if (login.publishing.contains(change.streamId())) {
                            sendPublish(login, change.streamId());
                        }
                    }
                }
            }
            case ServerMessage.TokenWillExpire warning -> {
                if (random.nextInt(4) != 0) {
                    renew(from, warning.roomId());
                }
            }
            case ServerMessage.UserCount _, ServerMessage.Closing _ -> {}
            case ServerMessage.BroadcastMessages broadcast ->
                    ifIn(
                            from,
                            broadcast.roomId(),
                            it ->
                                    broadcast
                                            .messages()
                                            .forEach(m ->
                                                    it.messages()
                                                            .onMessage(
                                                                    m.messageId(),
                                                                    m.fromUser(),
                                                                    m.message())));
            case ServerMessage.CustomCommand m ->
                    ifIn(
                            from,
                            m.roomId(),
                            it ->
                                    it.messages()
                                            .onMessage(m.messageId(), m.fromUser(), m.command()));
            case ServerMessage.BarrageMessages m ->
                    ifIn(from, m.roomId(), it -> it.onBarrage(m.messages()));
            case ServerMessage.TransparentMessage m ->
                    ifIn(
                            from,
                            m.roomId(),
                            it ->
                                    it.onTransparent(
                                            m.fromUser(),
                                            new String(
                                                    Base64.getDecoder().decode(m.content()),
                                                    StandardCharsets.UTF_8)));
        }
    }

    /// Something of a room comes to who is in it, or to who is about to hear that its logout was
    /// carried out; to nobody else.
    private void ifIn(SimulatedLink from, String roomId, Consumer<SimulatedLogin> action) {
        SimulatedLogin login = logins.get(roomId);
        if (login != null && login.isIn()) {
            action.accept(login);
            return;
        }
        boolean leaving =
                from.isWaitingFor(request ->
                        request instanceof ClientMessage.Logout logout
                                && logout.roomId().equals(roomId));
        if (!leaving) {
            throw new AssertionError(this + " is told of " + roomId);
        }
    }

    private void greet(SimulatedLink on, ServerMessage.Welcome welcome) {
        String proof =
                AppSignProof.compute(
                        ControlHarness.APP_SIGN, welcome.nonce(), ControlHarness.APP_ID);
        on.request(id ->
                new ClientMessage.Hello(
                        id,
                        1,
                        kind.modern ? ClientAbilities.SERVED : List.of(),
                        ControlHarness.APP_ID,
                        proof,
                        "sim"));
        // What goes on comes first: a room that was left is left by the session that was in it.
        logins.values().stream().filter(it -> it.resume() != null).forEach(it -> login(on, it));
        sendLogouts(on);
        logins.values().stream().filter(it -> it.resume() == null).forEach(it -> login(on, it));
    }

    private void answered(SimulatedLink from, Answer answer) {
        switch (from.answered(answer.id())) {
            case ClientMessage.Login login -> loginAnswered(from, login, answer);
            case ClientMessage.Publish publish -> publishAnswered(from, publish, answer);
            case ClientMessage.Play play -> {
                if (!from.isWaitingFor(
                        other ->
                                other instanceof ClientMessage.Play p
                                        && p.streamId().equals(play.streamId()))) {
                    plays.onAnswer(play.streamId(), answer);
                }
            }
            case ClientMessage.Hello _, ClientMessage.Heartbeat _ -> requireOk(answer);
            case ClientMessage.Logout _,
                    ClientMessage.RenewToken _,
                    ClientMessage.StopPublishing _,
                    ClientMessage.SetStreamExtraInfo _,
                    ClientMessage.StopPlaying _,
                    ClientMessage.SetStreamDeviceStates _,
                    ClientMessage.SetRoomExtraInfo _,
                    ClientMessage.SendBroadcastMessage _,
                    ClientMessage.SendBarrageMessage _,
                    ClientMessage.SendCustomCommand _,
                    ClientMessage.SendTransparentMessage _ -> {}
        }
    }

    private void publishAnswered(SimulatedLink from, ClientMessage.Publish publish, Answer answer) {
        SimulatedLogin login = logins.get(publish.roomId());
        if (login == null || !login.publishing.contains(publish.streamId())) {
            return;
        }
        boolean askedAgain =
                from.isWaitingFor(other ->
                        other instanceof ClientMessage.Publish p
                                && p.roomId().equals(publish.roomId())
                                && p.streamId().equals(publish.streamId()));
        if (answer.code() == 0) {
            login.published.add(publish.streamId());
        } else if (!askedAgain) {
            login.publishing.remove(publish.streamId());
            login.published.remove(publish.streamId());
            // The request has taken the place of a notice that it ended in another room.
            forPublished(
                    publish.streamId(),
                    (id, in) -> new ClientMessage.Publish(id, in, publish.streamId(), "", "offer"));
        }
    }

    private void loginAnswered(SimulatedLink from, ClientMessage.Login request, Answer answer) {
        String roomId = request.roomId();
        SimulatedLogin login = logins.get(roomId);
        if (login == null || login.isIn()) {
            return; // it wished otherwise meanwhile
        }
        boolean overtaken =
                from.isWaitingFor(other ->
                        (other instanceof ClientMessage.Login l && l.roomId().equals(roomId))
                                || (other instanceof ClientMessage.Logout out
                                        && out.roomId().equals(roomId)));
        if (overtaken) {
            return; // left and entered again: the later login's answer counts
        }
        if (answer.code() == ErrorCode.ROOM_KICKED_OUT.code()
                || answer.code() == ErrorCode.ROOM_TOKEN_EXPIRED_KICKED_OUT.code()
                || isByBackend(answer.code())) {
            kicks++;
            refusedBack += isByBackend(answer.code()) ? 1 : 0;
            out(roomId);
            return;
        }
        if (FAIRLY_REFUSED.contains(answer.code())) {
            out(roomId);
            return;
        }
        requireOk(answer);
        boolean alone = logins.values().stream().noneMatch(SimulatedLogin::isIn);
        boolean resumed = login.onLoggedIn((Answer.LoggedIn) answer.result());
        sendStops(login);
        for (String stream : List.copyOf(login.publishing)) {
            if (!resumed || !login.published.contains(stream)) {
                sendPublish(login, stream);
            }
        }
        sendPlayStops();
        for (String stream : plays.all()) {
            if ((!resumed && alone) || plays.isRequested(stream)) {
                play(stream);
            }
        }
    }

    private static boolean isByBackend(int code) {
        return code == ErrorCode.ROOM_MANUAL_KICKED_OUT.code();
    }

    private void out(String roomId) {
        SimulatedLogin login = logins.remove(roomId);
        if (login != null) {
            pagesBefore += login.pages();
        }
        if (logins.isEmpty()) {
            plays.clear();
        }
    }

    private void connect() {
        link = new SimulatedLink(name + "/" + ++links, simulation, server, random, this);
    }

    private void login(SimulatedLink on, SimulatedLogin login) {
        login.onDisconnected();
        @Nullable String token = kind.tokens ? server.token(userId) : null;
        on.request(id ->
                new ClientMessage.Login(
                        id,
                        login.roomId,
                        userId,
                        name,
                        token,
                        login.maxMemberCount,
                        kind.seesUsers,
                        login.resume()));
    }

    private void sendLogouts(SimulatedLink on) {
        for (String roomId : owedLogouts) {
            on.request(id -> new ClientMessage.Logout(id, roomId));
        }
        owedLogouts.clear();
    }

    private void renew(SimulatedLink on, String roomId) {
        String token = server.token(userId);
        on.request(id -> new ClientMessage.RenewToken(id, roomId, token));
    }

    private void sendPublish(SimulatedLogin login, String stream) {
        requestIn(login, (id, in) -> new ClientMessage.Publish(id, in, stream, "", "offer"));
    }

    private void sendPlay(String stream) {
        SimulatedLink on = link;
        if (on != null && logins.values().stream().anyMatch(SimulatedLogin::isIn)) {
            on.request(id -> new ClientMessage.Play(id, stream, ResourceMode.RTC, "offer"));
        }
    }

    /// What was stopped while there was no connection is said as soon as there is one.
    private void sendStops(SimulatedLogin login) {
        if (link == null || !login.isIn()) {
            return;
        }
        for (String stream : login.stopped) {
            requestIn(login, (id, in) -> new ClientMessage.StopPublishing(id, in, stream));
        }
        login.stopped.clear();
    }

    private void sendPlayStops() {
        SimulatedLink on = link;
        if (on == null || logins.values().stream().noneMatch(SimulatedLogin::isIn)) {
            return;
        }
        plays.stopped.removeAll(plays.all());
        for (String stream : plays.stopped) {
            on.request(id -> new ClientMessage.StopPlaying(id, stream));
        }
        plays.stopped.clear();
    }

    /// A stop or logout that was not answered may not have arrived.
    private void keepStop(ClientMessage unanswered) {
        if (unanswered instanceof ClientMessage.StopPublishing stop) {
            SimulatedLogin login = logins.get(stop.roomId());
            if (login != null) {
                login.stopped.add(stop.streamId());
            }
        } else if (unanswered instanceof ClientMessage.StopPlaying stop) {
            plays.stopped.add(stop.streamId());
        } else if (unanswered instanceof ClientMessage.Logout logout) {
            owedLogouts.add(logout.roomId());
        }
    }

    private interface RoomRequest {
        ClientMessage of(long id, String room);
    }

    private void requestIn(SimulatedLogin login, RoomRequest request) {
        SimulatedLink on = link;
        if (on != null && login.isIn()) {
            on.request(id -> request.of(id, login.roomId));
        }
    }

    private void requestInAny(RoomRequest request) {
        anyLogin(login -> requestIn(login, request));
    }

    private void forPublished(String stream, RoomRequest request) {
        for (SimulatedLogin login : logins.values()) {
            if (login.published.contains(stream)) {
                requestIn(login, request);
            }
        }
    }

    private void anyLogin(Consumer<SimulatedLogin> action) {
        if (!logins.isEmpty()) {
            action.accept(List.copyOf(logins.values()).get(random.nextInt(logins.size())));
        }
    }

    private void requireOk(Answer answer) {
        if (answer.code() != 0) {
            throw new AssertionError(name + " was refused: " + answer);
        }
    }

    @Override
    public String toString() {
        return name + " (" + userId + ") " + link + " " + logins.values();
    }
}

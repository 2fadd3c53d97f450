package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A client of the room service, message by message, that keeps all it gets.
final class TestClient implements ClientSink {
    private final List<ServerMessage> received = new ArrayList<>();
    private final List<SharedPart> parts = new ArrayList<>();
    private final ClientConnection connection;
    private int capacity = Integer.MAX_VALUE;
    private boolean closed;
    private boolean crowded;
    private boolean waiting;
    private List<String> capabilities = ClientAbilities.SERVED;
    private long lastId;

    private final String address;

    TestClient(ControlPlane plane, String address) {
        this.address = address;
        connection = plane.connect(this);
    }

    @Override
    public boolean send(ServerMessage message) {
        if (received.size() >= capacity) {
            return false;
        }
        received.add(message);
        return true;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean sendIfUncrowded(ServerMessage message) {
        return !crowded && send(message);
    }

    @Override
    public boolean sendPage(SharedPage page) {
        boolean sent = send(page.message());
        if (sent) {
            parts.add(page.part());
        }
        return sent;
    }

    /// Of the pages it got.
    List<SharedPart> parts() {
        return parts;
    }

    @Override
    public boolean waitsForServer() {
        return waiting;
    }

    void setWaiting(boolean isSo) {
        waiting = isSo;
    }

    @Override
    public void close(String reason) {
        closed = true;
    }

    /// Takes no more than `messages` further ones.
    void limit(int messages) {
        capacity = messages == Integer.MAX_VALUE ? messages : received.size() + messages;
    }

    void drain() {
        capacity = Integer.MAX_VALUE;
        connection.onWritable();
    }

    boolean isClosed() {
        return closed;
    }

    /// The connection breaks and the server notices.
    void disconnect() {
        connection.onClosed();
    }

    @Override
    public boolean isCrowded() {
        return crowded;
    }

    void setCrowded(boolean isSo) {
        crowded = isSo;
    }

    long send(LongFunction<ClientMessage> message) {
        long id = ++lastId;
        connection.onMessage(message.apply(id));
        return id;
    }

    Answer request(LongFunction<ClientMessage> message) {
        return answer(send(message));
    }

    Answer answer(long id) {
        List<Answer> answers =
                all(Answer.class).stream().filter(answer -> answer.id() == id).toList();
        assertThat(answers).as("answers to request " + id).hasSize(1);
        return answers.getFirst();
    }

    boolean isAnswered(long id) {
        return all(Answer.class).stream().anyMatch(answer -> answer.id() == id);
    }

    <T extends ServerMessage> List<T> all(Class<T> kind) {
        return received.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends ServerMessage> T last(Class<T> kind) {
        List<T> all = all(kind);
        assertThat(all).as(kind.getSimpleName() + " among " + received).isNotEmpty();
        return all.getLast();
    }

    List<ServerMessage> received() {
        return received;
    }

    /// All room events so far, in order.
    List<RoomEvent> events() {
        return all(ServerMessage.RoomEvents.class).stream()
                .flatMap(batch -> batch.events().stream())
                .toList();
    }

    void forget() {
        received.clear();
    }

    String nonce() {
        return last(ServerMessage.Welcome.class).nonce();
    }

    Answer hello(long appId, Optional<String> appSign) {
        @Nullable String proof =
                appSign.map(sign -> AppSignProof.compute(sign, nonce(), appId)).orElse(null);
        return request(id -> new ClientMessage.Hello(id, 1, capabilities, appId, proof, "test"));
    }

    /// As its hello will name them.
    TestClient knowing(String... names) {
        capabilities = List.of(names);
        return this;
    }

    TestClient greeted() {
        assertThat(hello(ControlHarness.APP_ID, Optional.of(ControlHarness.APP_SIGN)).code())
                .isZero();
        return this;
    }

    Answer login(String room, String user) {
        return request(id -> loginMessage(id, room, user, null, null));
    }

    Answer loginWithToken(String room, String user, String token) {
        return request(id -> loginMessage(id, room, user, token, null));
    }

    Answer resume(String room, String user, String key, long version) {
        return request(
                id -> loginMessage(id, room, user, null, new ClientMessage.Resume(key, version)));
    }

    static ClientMessage loginMessage(
            long id,
            String room,
            String user,
            @Nullable String token,
            ClientMessage.@Nullable Resume resume) {
        return new ClientMessage.Login(id, room, user, "name of " + user, token, 0, true, resume);
    }

    /// Logs in and returns what came of it.
    Answer.LoggedIn in(String room, String user) {
        Answer answer = login(room, user);
        assertThat(answer.code()).as(answer.message()).isZero();
        return (Answer.LoggedIn) answer.result();
    }

    Answer publish(String room, String stream) {
        return request(publishMessage(room, stream, "offer"));
    }

    static LongFunction<ClientMessage> publishMessage(String room, String stream, String offer) {
        return id -> new ClientMessage.Publish(id, room, stream, "", offer);
    }

    Answer stopPublishing(String room, String stream) {
        return request(id -> new ClientMessage.StopPublishing(id, room, stream));
    }

    Answer play(String stream) {
        return request(playMessage(stream, ResourceMode.DEFAULT, "offer"));
    }

    static LongFunction<ClientMessage> playMessage(String stream, ResourceMode mode, String offer) {
        return id -> new ClientMessage.Play(id, stream, mode, offer);
    }

    Answer stopPlaying(String stream) {
        return request(id -> new ClientMessage.StopPlaying(id, stream));
    }

    Answer logout(String room) {
        return request(id -> new ClientMessage.Logout(id, room));
    }

    Answer heartbeat() {
        return request(ClientMessage.Heartbeat::new);
    }
}

package io.freshet.server.gateway;

import io.freshet.protocol.Limits;
import io.freshet.protocol.MalformedMessageException;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client of the WebSocket that keeps what it gets.
public final class SignalClient implements WebSocket.Listener, AutoCloseable {
    private static final long TIMEOUT_S = 10;

    public final CompletableFuture<Integer> closed = new CompletableFuture<>();
    public final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    public SignalClient(GatewayFixture server) {
        this(server, "");
    }

    public SignalClient(GatewayFixture server, String origin) {
        this(server.http, server.signalUri(), origin);
    }

    /// Of any server.
    public SignalClient(HttpClient http, URI uri, String origin) {
        var builder = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(uri, this).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            texts.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    public void send(ClientMessage message) {
        sendText(MessageCodec.encode(message));
    }

    public void sendText(String text) {
        socket.sendText(text, true).join();
    }

    public void sendFragment(String text, boolean last) {
        socket.sendText(text, last).join();
    }

    public WebSocket socket() {
        return socket;
    }

    public ServerMessage next() throws InterruptedException, MalformedMessageException {
        String text = texts.poll(TIMEOUT_S, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("no message came");
        }
        return MessageCodec.decodeServer(text);
    }

    public Answer nextAnswer() throws InterruptedException, MalformedMessageException {
        while (true) {
            if (next() instanceof Answer answer) {
                return answer;
            }
        }
    }

    public int closeCode() throws Exception {
        return closed.get(TIMEOUT_S, TimeUnit.SECONDS);
    }

    public static ClientMessage.Hello hello(long id) {
        return new ClientMessage.Hello(
                id, Limits.MAX_VERSION, List.of(), GatewayFixture.APP, null, "test");
    }

    public static ClientMessage.Login login(long id, String user) {
        return new ClientMessage.Login(
                id, "room", user, user, GatewayFixture.token(user), 0, true, null);
    }

    @Override
    public void close() {
        socket.abort();
    }
}

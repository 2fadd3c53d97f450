package io.freshet.conformance;

import io.freshet.protocol.AppSignProof;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// A connection to the server without an SDK in between, so that the server's own checks are seen.
final class RawSignalling implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JSONObject> received = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private long lastId;

    /// Connects and says hello.
    RawSignalling(TestServer server) throws InterruptedException {
        socket =
                http.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(server.process().address() + "/signal"), new Receiver())
                        .join();
        String nonce = await("welcome").getString("nonce");
        long appId = server.process().appId();
        JSONObject hello =
                new JSONObject()
                        .put("type", "hello")
                        .put("version", 1)
                        .put("capabilities", new JSONArray())
                        .put("appId", appId)
                        .put(
                                "proof",
                                AppSignProof.compute(server.process().appSign(), nonce, appId))
                        .put("userAgent", "conformance");
        if (request(hello) != 0) {
            throw new AssertionError("not greeted");
        }
    }

    /// Sends a request; returns the code of its answer.
    int request(JSONObject request) throws InterruptedException {
        long id = ++lastId;
        socket.sendText(new JSONObject(request.toString()).put("id", id).toString(), true).join();
        while (true) {
            JSONObject answer = await("answer");
            if (answer.getLong("id") == id) {
                if (answer.getInt("code") != 0 && answer.getString("message").isBlank()) {
                    throw new AssertionError("a refusal without a sentence: " + answer);
                }
                return answer.getInt("code");
            }
        }
    }

    private JSONObject await(String type) throws InterruptedException {
        while (true) {
            JSONObject message = received.poll(ClientProcess.PATIENCE_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the server sent no " + type);
            }
            if (message.getString("type").equals(type)) {
                return message;
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(new JSONObject(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}

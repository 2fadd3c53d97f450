package io.freshet.sdk.desktop;

import io.freshet.sdk.port.SignalSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One connection on the JDK's WebSocket client. Pings are answered by the JDK itself.
///
/// Sends are chained because the JDK refuses a second send while one is under way; what waits is
/// bounded, and a connection that cannot keep up is given up rather than queued without end.
final class JdkSignalSocket implements SignalSocket {
    /// A message longer than this many characters ends the connection (close code 1009).
    static final int MAX_MESSAGE_CHARS = 1 << 20;

    /// Text waiting to be sent beyond this many characters ends the connection.
    static final int MAX_WAITING_CHARS = 4 << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int POLITE_CLOSE_SECONDS = 2;
    private static final int THREAD_IDLE_SECONDS = 10;

    private final Listener listener;
    private final Executor executor;

    /// Guards the two chains and the flags below; held only while they are changed.
    private final ReentrantLock lock = new ReentrantLock();

    /// The head of the chain of sends: completes when the connection is open.
    private final CompletableFuture<WebSocket> connected = new CompletableFuture<>();

    private CompletableFuture<WebSocket> sends = connected;
    private CompletableFuture<Boolean> deliveries = CompletableFuture.completedFuture(true);
    private int waitingChars;
    private boolean closing;
    private boolean closed;

    private JdkSignalSocket(Listener listener, Executor executor) {
        this.listener = listener;
        this.executor = executor;
    }

    @Override
    public void send(String text) {
        boolean overrun;
        lock.lock();
        try {
            if (closing || closed) {
                return;
            }
            overrun = waitingChars + text.length() > MAX_WAITING_CHARS;
            if (!overrun) {
                waitingChars += text.length();
                sends =
                        sends.thenCompose(socket -> sendNow(socket, text))
                                .whenComplete(this::onSent);
            }
        } finally {
            lock.unlock();
        }
        if (overrun) {
            abort("the server takes no more messages");
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closing || closed) {
                return;
            }
            closing = true;
            CompletableFuture<WebSocket> politely =
                    sends.thenCompose(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            sends = politely;
        } finally {
            lock.unlock();
        }
        CompletableFuture.delayedExecutor(POLITE_CLOSE_SECONDS, TimeUnit.SECONDS, executor)
                .execute(() -> abort("closed"));
    }

    private CompletionStage<WebSocket> sendNow(WebSocket socket, String text) {
        lock.lock();
        try {
            waitingChars -= text.length();
        } finally {
            lock.unlock();
        }
        return socket.sendText(text, true);
    }

    private void onSent(WebSocket socket, @Nullable Throwable failure) {
        if (failure != null) {
            abort(sentence(failure));
        }
    }

    private void opened(WebSocket socket) {
        deliver(listener::onOpen);
        connected.complete(socket);
        lock.lock();
        try {
            if (!closed) {
                return;
            }
        } finally {
            lock.unlock();
        }
        socket.abort();
    }

    private void abort(String reason) {
        finish(reason);
        if (connected.isDone()) {
            connected.join().abort();
        }
    }

    private void finish(String reason) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            deliverLocked(() -> listener.onClosed(reason));
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Runnable event) {
        lock.lock();
        try {
            if (!closed) {
                deliverLocked(event);
            }
        } finally {
            lock.unlock();
        }
    }

    private void deliverLocked(Runnable event) {
        deliveries = deliveries.thenApplyAsync(done -> run(event), executor);
    }

    /// A listener that throws is a bug of its own; the connection and its later events go on.
    private static boolean run(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException | Error bug) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
            return false;
        }
        return true;
    }

    /// What the JDK tells about the connection, assembled into whole messages.
    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public void onOpen(WebSocket socket) {
            opened(socket);
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (message.length() + data.length() > MAX_MESSAGE_CHARS) {
                abort("the server sent a message longer than " + MAX_MESSAGE_CHARS + " characters");
                return CompletableFuture.completedFuture(null);
            }
            message.append(data);
            if (last) {
                String text = message.toString();
                message.setLength(0);
                deliver(() -> listener.onText(text));
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            finish(reason.isEmpty() ? "closed by the server (" + statusCode + ")" : reason);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            finish(sentence(failure));
        }
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof WebSocketHandshakeException handshake) {
            return "the server refused the WebSocket: HTTP " + handshake.getResponse().statusCode();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /// Connections share one HTTP client and its few threads.
    static final class Factory implements SignalSocket.Factory {
        private final Executor executor =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        THREAD_IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        new NamedThreads("freshet-socket"));
        private final HttpClient client =
                HttpClient.newBuilder()
                        .executor(executor)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();

        @Override
        public SignalSocket connect(URI uri, Listener listener) {
            JdkSignalSocket socket = new JdkSignalSocket(listener, executor);
            var unused =
                    client.newWebSocketBuilder()
                            .connectTimeout(CONNECT_TIMEOUT)
                            .buildAsync(uri, socket.new Receiver())
                            .exceptionally(failure -> {
                                socket.finish(sentence(failure));
                                throw new CompletionException(failure);
                            });
            return socket;
        }
    }
}

package io.freshet.bench.rooms;

import io.freshet.bench.Child;
import io.freshet.bench.DemoException;
import io.freshet.bench.Jvms;
import io.freshet.bench.ProcessMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The same flow of messages as in rooms, from a [BareServer] in a process of its own.
final class BareLoad implements AutoCloseable {
    private static final int START_PATIENCE_SECONDS = 90;
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final int WINDOW = 64;
    private static final int HELLO_LENGTH = 330;
    private static final int LOGIN_LENGTH = 190;
    private static final int LOGOUT_LENGTH = 50;

    private final Child child;
    private final LoadLoop loop;
    private final int textLength;
    private long visits;
    private long texts;
    private String failure = "";

    private BareLoad(Child child, LoadLoop loop, int textLength) {
        this.child = child;
        this.loop = loop;
        this.textLength = textLength;
    }

    static BareLoad start(Path home, Cores cores, int textLength)
            throws DemoException, IOException {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        List<String> command = new ArrayList<>(cores.one());
        command.addAll(
                Jvms.likeServer(
                        home, BareServer.class.getName(), List.of(Integer.toString(textLength))));
        Child child =
                Child.start(
                        "bare server",
                        command,
                        Map.of(),
                        line -> {
                            if (line.startsWith(BareServer.READY)) {
                                port.complete(
                                        Integer.parseInt(
                                                line.substring(BareServer.READY.length())));
                            }
                        },
                        code -> port.completeExceptionally(new IOException("code " + code)));
        try {
            LoadLoop loop = new LoadLoop(port.get(START_PATIENCE_SECONDS, TimeUnit.SECONDS));
            return new BareLoad(child, loop, textLength);
        } catch (ExecutionException | TimeoutException e) {
            child.terminate();
            throw new DemoException(
                    "the bare server did not start; it said:\n" + child.lastLines(), e);
        } catch (InterruptedException stop) {
            child.terminate();
            Thread.currentThread().interrupt();
            throw new DemoException("stopped", stop);
        }
    }

    ProcessMeter meter() {
        return ProcessMeter.of(child);
    }

    /// Connects, asks, reads and goes, that many times and many at a time.
    ///
    /// @param textsEach how many texts each gets, the greeting included
    void visit(int count, int textsEach) throws DemoException, IOException {
        long end = visits + count;
        int begun = 0;
        while (visits < end) {
            while (begun < count && begun - (count - (end - visits)) < WINDOW) {
                LoadConnection _ = loop.connect(new Visitor(Math.max(4, textsEach)));
                begun++;
            }
            turn();
        }
    }

    /// Connects that many who stay and listen.
    LoadConnection stay(int count) throws DemoException, IOException {
        LoadConnection last = loop.connect(new Listener());
        long end = texts + count;
        for (int i = 1; i < count; i++) {
            LoadConnection _ = loop.connect(new Listener());
            long begun = i;
            until(() -> texts > end - count + begun - WINDOW);
        }
        until(() -> texts == end);
        return last;
    }

    /// Lets everybody hear that many texts, one at a time.
    void tellAll(LoadConnection asking, int count, int listeners)
            throws DemoException, IOException {
        for (int i = 0; i < count; i++) {
            long end = texts + listeners;
            asking.send(BareServer.command(1, textLength, true, 0));
            until(() -> texts == end);
        }
    }

    private void until(BooleanSupplier done) throws DemoException, IOException {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (!done.getAsBoolean()) {
            turn();
            if (System.nanoTime() > endNs) {
                throw new DemoException("the bare server got stuck");
            }
        }
    }

    private void turn() throws DemoException, IOException {
        loop.turn(1);
        if (!failure.isEmpty()) {
            throw new DemoException("the bare server: " + failure);
        }
    }

    private class Listener implements LoadConnection.Listener {
        @Override
        public void onOpen(LoadConnection connection) {
            // The server speaks first.
        }

        @Override
        public void onText(LoadConnection connection, ByteBuffer text, long nowNs) {
            texts++;
        }

        @Override
        public void onLost(String why) {
            failure = why;
        }
    }

    /// As a login and a logout: two requests when greeted, one more when they are answered.
    private final class Visitor extends Listener {
        private final int wanted;
        private int seen;

        Visitor(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void onText(LoadConnection connection, ByteBuffer text, long nowNs) {
            seen++;
            if (seen == 1) {
                connection.send(BareServer.command(1, textLength, false, HELLO_LENGTH));
                connection.send(BareServer.command(wanted - 3, textLength, false, LOGIN_LENGTH));
            } else if (seen == wanted - 1) {
                connection.send(BareServer.command(1, textLength, false, LOGOUT_LENGTH));
            } else if (seen == wanted) {
                connection.close();
                visits++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        loop.close();
        child.terminate();
    }
}

package io.freshet.server.gateway.console;

import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.console.ConsoleSessions;
import io.freshet.server.console.LiveSource;
import io.freshet.server.console.LiveView;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Pushes what pages show: server-sent events, a `snapshot` first and then, at most once a second,
/// a `change` with what differs from what this page was told before. So a page that reads slowly is
/// told less often and nothing waits for it; one that does not read at all for some seconds is cut
/// off, and gets a fresh snapshot when it comes back, as browsers do by themselves.
///
/// Each page has the virtual thread of its request.
final class LiveFeed {
    /// At once; more are asked to come later.
    static final int MAX_PAGES = 32;

    private static final long INTERVAL_MS = 1_000;

    /// After that long without news a comment tells that the connection lives.
    private static final int QUIET_TURNS = 15;

    private final LiveSource source;
    private final ConsoleSessions sessions;
    private final long patienceNs;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private static final class Page {
        final Thread thread = Thread.currentThread();

        /// Since when it is being written to; 0 while it is not.
        volatile long writingNs;
    }

    /// @param patience with a page that does not read
    LiveFeed(LiveSource source, ConsoleSessions sessions, Duration patience) {
        this.source = source;
        this.sessions = sessions;
        this.patienceNs = patience.toNanos();
    }

    /// How many pages there are.
    int pages() {
        return pages.size();
    }

    /// Pushes until the page goes, its session ends or the server stops.
    String serve(ConsoleCall call) throws ConsoleRefusal, RefusedException {
        LiveView first = source.view(call.json());
        var page = new Page();
        if (pages.size() >= MAX_PAGES || stopped) {
            throw new ConsoleRefusal(
                    Status.SERVICE_UNAVAILABLE_503,
                    "",
                    "There are " + MAX_PAGES + " pages with live numbers already; close one.");
        }
        pages.add(page);
        try (OutputStream out = open(call.response())) {
            push(call, page, out, first);
        } catch (IOException | UncheckedIOException e) {
            // The page went away; it comes back if it wants to.
            System.getLogger(LiveFeed.class.getName())
                    .log(System.Logger.Level.DEBUG, "a console page is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pages.remove(page);
        }
        return "";
    }

    /// Cuts off pages that do not read. Called often.
    void onWatch(long nowNs) {
        for (Page page : pages) {
            long writingNs = page.writingNs;
            if (writingNs != 0 && nowNs - writingNs > patienceNs) {
                // Wakes a virtual thread out of a write and closes its socket.
                page.thread.interrupt();
            }
        }
    }

    void stop() {
        stopped = true;
        pages.forEach(page -> page.thread.interrupt());
    }

    private static OutputStream open(ServerResponse response) {
        response.status(Status.OK_200);
        response.headers().set(HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/event-stream"));
        // A proxy must not collect events before it passes them on.
        response.headers().set(HeaderValues.create("X-Accel-Buffering", "no"));
        return response.outputStream();
    }

    private void push(ConsoleCall call, Page page, OutputStream out, LiveView first)
            throws IOException, InterruptedException, RefusedException {
        LiveView told = first;
        write(page, out, "event: snapshot\ndata: " + first.snapshot() + "\n\n");
        int quietTurns = 0;
        while (!stopped) {
            Thread.sleep(INTERVAL_MS);
            if (!sessions.isOpen(call.cookie(), System.nanoTime())) {
                write(page, out, "event: end\ndata: {}\n\n");
                return;
            }
            LiveView now = source.view(call.json());
            Optional<String> changes = now.changesSince(told);
            told = now;
            if (changes.isPresent()) {
                write(page, out, "event: change\ndata: " + changes.get() + "\n\n");
                quietTurns = 0;
            } else if (++quietTurns >= QUIET_TURNS) {
                write(page, out, ":\n\n");
                quietTurns = 0;
            }
        }
    }

    private static void write(Page page, OutputStream out, String event) throws IOException {
        page.writingNs = System.nanoTime();
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
        page.writingNs = 0;
    }
}

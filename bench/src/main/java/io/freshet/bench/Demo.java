package io.freshet.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One run: server, host, a few short visits to measure joining, then viewers that stay. Everything
/// the children say arrives in one queue, which the calling thread empties.
final class Demo {
    private static final int START_PATIENCE_SECONDS = 30;
    private static final int VISIT_PATIENCE_SECONDS = 60;
    private static final String HOST = "host";
    private static final String VISITOR = "visitor";

    /// What a child said; an end without a report is a failure.
    private record Said(String child, Report report) {}

    private final Screen screen;
    private final List<String> publisherArguments;
    private final String mode;
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private final List<ViewerFigures> viewers = new ArrayList<>();
    private final List<Double> logins = new ArrayList<>();
    private final List<Double> firstFrames = new ArrayList<>();

    /// Guards the processes, which Ctrl-C stops from another thread.
    private final ReentrantLock lock = new ReentrantLock();

    private final List<Child> children = new ArrayList<>();
    private @Nullable LocalServer server;
    private boolean stopped;

    Demo(Screen screen, List<String> publisherArguments, String mode, int viewerCount) {
        this.screen = screen;
        this.publisherArguments = publisherArguments;
        this.mode = mode;
        for (int i = 1; i <= viewerCount; i++) {
            viewers.add(new ViewerFigures("viewer-" + i));
        }
    }

    /// Runs to the end.
    ///
    /// @throws DemoException when a process fails; all are stopped by [#stop] in any case
    DemoFigures run(Path home, int joins, Duration duration) throws DemoException {
        screen.say("Starting a server ...");
        LocalServer started =
                LocalServer.start(
                        home,
                        LocalServer.Setup.PLAIN,
                        sentence -> said.add(new Said("server", new Report.Failed(sentence))));
        keep(started);
        screen.say(
                String.format(
                        "Server ready after %.1f s. Watch in a browser:", started.readySeconds()));
        screen.say("  " + started.link());
        Map<String, String> environment = started.clientEnvironment();
        start(HOST, publisherArguments, environment);
        await(HOST, Report.Publishing.class, START_PATIENCE_SECONDS);
        screen.say("Publishing. " + joins + " short visits measure how fast one joins ...");
        start(
                VISITOR,
                List.of("viewer", "--name=visitor", "--joins=" + joins, "--mode=" + mode),
                environment);
        await(VISITOR, Report.Done.class, VISIT_PATIENCE_SECONDS);
        for (ViewerFigures viewer : viewers) {
            start(
                    viewer.name(),
                    List.of("viewer", "--name=" + viewer.name(), "--mode=" + mode),
                    environment);
        }
        watch(duration);
        return DemoFigures.of(
                started.readySeconds(),
                started.packetsLostFromHost(),
                logins,
                firstFrames,
                viewers);
    }

    private void watch(Duration duration) throws DemoException {
        for (ViewerFigures viewer : viewers) {
            await(viewer.name(), Report.FirstFrame.class, START_PATIENCE_SECONDS);
        }
        long endNs = System.nanoTime() + duration.toNanos();
        long shownNs = System.nanoTime();
        while (System.nanoTime() < endNs) {
            long nextNs = Math.min(endNs, shownNs + TimeUnit.SECONDS.toNanos(1));
            Said next = poll(nextNs - System.nanoTime());
            if (next != null) {
                onSaid(next);
            }
            if (System.nanoTime() - shownNs >= TimeUnit.SECONDS.toNanos(1)) {
                shownNs = System.nanoTime();
                screen.show(DemoTable.lines(viewers));
            }
        }
    }

    private void await(String child, Class<? extends Report> wanted, int patienceSeconds)
            throws DemoException {
        if (viewers.stream()
                .anyMatch(viewer ->
                        viewer.name().equals(child)
                                && wanted == Report.FirstFrame.class
                                && !Double.isNaN(viewer.firstFrameMs()))) {
            return;
        }
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        while (true) {
            Said next = poll(endNs - System.nanoTime());
            if (next == null) {
                throw new DemoException(
                        "the "
                                + child
                                + " did not get ready within "
                                + patienceSeconds
                                + " s"
                                + output(child));
            }
            onSaid(next);
            if (next.child().equals(child) && wanted.isInstance(next.report())) {
                return;
            }
        }
    }

    private @Nullable Said poll(long waitNs) throws DemoException {
        try {
            return said.poll(waitNs, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            throw new DemoException("interrupted", stop);
        }
    }

    private void onSaid(Said next) throws DemoException {
        switch (next.report()) {
            case Report.Failed(String sentence) ->
                    throw new DemoException(
                            "the " + next.child() + " failed: " + sentence + output(next.child()));
            case Report.LoggedIn(double ms) -> logins.add(ms);
            case Report.FirstFrame(double ms) -> firstFrames.add(ms);
            case Report.Second _, Report.Publishing _, Report.Done _ -> {
                // Figures of viewers, added below, or milestones that only await() looks for.
            }
        }
        for (ViewerFigures viewer : viewers) {
            if (viewer.name().equals(next.child())) {
                viewer.onReport(next.report());
            }
        }
    }

    private String output(String name) {
        lock.lock();
        try {
            for (Child child : children) {
                if (child.name().equals(name) && !child.lastLines().isEmpty()) {
                    return "; it printed:\n" + child.lastLines();
                }
            }
            return "";
        } finally {
            lock.unlock();
        }
    }

    private void start(String name, List<String> arguments, Map<String, String> environment)
            throws DemoException {
        lock.lock();
        try {
            if (stopped) {
                throw new DemoException("stopped");
            }
            children.add(
                    Child.start(
                            name,
                            Jvms.client(arguments),
                            environment,
                            line ->
                                    Report.read(line)
                                            .ifPresent(report -> said.add(new Said(name, report))),
                            code -> onEnd(name, code)));
        } finally {
            lock.unlock();
        }
    }

    private void onEnd(String name, int code) {
        if (code != 0) {
            said.add(new Said(name, new Report.Failed("it ended with code " + code)));
        }
    }

    private void keep(LocalServer started) throws DemoException {
        boolean late;
        lock.lock();
        try {
            late = stopped;
            server = started;
        } finally {
            lock.unlock();
        }
        if (late) {
            started.close();
            throw new DemoException("stopped");
        }
    }

    /// Stops every process, clients first; waits until all are gone. Any thread, any number of
    /// times.
    void stop() {
        List<Child> ending;
        LocalServer endingServer;
        lock.lock();
        try {
            stopped = true;
            ending = List.copyOf(children);
            children.clear();
            endingServer = server;
            server = null;
        } finally {
            lock.unlock();
        }
        ending.forEach(Child::askToStop);
        ending.forEach(Child::close);
        if (endingServer != null) {
            endingServer.close();
        }
    }
}

package io.freshet.server.callback;

import io.freshet.server.callback.HttpCallbackPost.ForbiddenAddressException;
import io.freshet.server.control.ControlClock;
import io.freshet.server.control.RoomObserver;
import io.freshet.server.control.RoomOccurrence;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.jdbi.v3.core.Jdbi;

/// Notes what happens in rooms, writes it to the outbox, and delivers it.
///
/// The room service only puts into a bounded queue. One thread, `callbacks`, owns the outbox and
/// the [Deliveries]: in each turn it writes what is new and what became of attempts in one
/// transaction, and only then starts what is due, each attempt on a virtual thread. So nothing is
/// sent that a crash could make forgotten, and what was delivered just before a crash is sent
/// again.
public final class CallbackService implements RoomObserver {
    private static final System.Logger LOG = System.getLogger(CallbackService.class.getName());

    /// Occurrences that wait to be written.
    private static final int MAX_NOTED = 20_000;

    /// In one transaction.
    private static final int BATCH = 500;

    /// Between two turns, so that what comes close together is one transaction: each makes the
    /// database's file grow by some pages, which are used again only after 45 s.
    private static final long MIN_PAUSE_NS = 10_000_000L;

    private static final long MAX_PAUSE_NS = 1_000_000_000L;
    private static final long STORE_RETRY_NS = 1_000_000_000L;
    private static final long MS_PER_S = 1_000;
    private static final int NONCE_BYTES = 8;

    private record Note(CallbackEvent event, RoomOccurrence occurrence) {}

    private record Result(long id, boolean delivered) {}

    private final CallbackSettings settings;
    private final LongFunction<Optional<String>> secrets;
    private final Outbox outbox;
    private final CallbackPost post;
    private final ControlClock clock;
    private final RandomGenerator random;
    private final int maxInFlight;

    private final BlockingQueue<Note> noted = new ArrayBlockingQueue<>(MAX_NOTED);

    /// Bounded by the number in flight.
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();

    /// Wakes the thread.
    private final Semaphore work = new Semaphore(0);

    private final ExecutorService senders =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("callback-", 0).factory());
    private final Optional<ScheduledExecutorService> watch;
    private final Thread thread;
    private volatile boolean closing;

    // The thread's own.
    private final Deliveries deliveries;
    private final List<Outbox.Entry> added = new ArrayList<>();
    private final List<Outbox.Outcome> outcomes = new ArrayList<>();
    private long lastId;

    private volatile int waitingNow;
    private volatile int inFlightNow;
    private final LongAdder notedCount = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder attemptsFailed = new LongAdder();
    private final LongAdder refusedAddresses = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder storeFailures = new LongAdder();

    CallbackService(
            CallbackConfig config,
            CallbackSettings settings,
            LongFunction<Optional<String>> secrets,
            Outbox outbox,
            CallbackPost post,
            ControlClock clock,
            RandomGenerator random,
            Optional<ScheduledExecutorService> watch) {
        this.settings = settings;
        this.secrets = secrets;
        this.outbox = outbox;
        this.post = post;
        this.clock = clock;
        this.random = random;
        this.watch = watch;
        this.maxInFlight = config.maxInFlight();
        this.deliveries = new Deliveries(config.maxInFlight(), config.maxWaiting());
        this.thread = Thread.ofPlatform().daemon().name("callbacks").unstarted(this::run);
    }

    /// Starts, first of all with what an earlier run has left behind.
    ///
    /// @param secrets a project's callback secret by its AppID
    public static CallbackService start(
            CallbackConfig config,
            CallbackSettings settings,
            LongFunction<Optional<String>> secrets,
            Jdbi database,
            ControlClock clock,
            RandomGenerator random) {
        var watch =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("callback-watch").factory());
        var post =
                new HttpCallbackPost(
                        new AddressGuard(config.allowPrivateAddresses()),
                        host -> List.of(InetAddress.getAllByName(host)),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        config.timeout(),
                        watch);
        var service =
                new CallbackService(
                        config,
                        settings,
                        secrets,
                        new CallbackStore(database),
                        post,
                        clock,
                        random,
                        Optional.of(watch));
        service.open();
        return service;
    }

    void open() {
        long nowNs = clock.nowNs();
        for (Outbox.Entry entry : outbox.load()) {
            lastId = entry.id();
            enqueue(entry, nowNs);
        }
        thread.start();
    }

    @Override
    public void onOccurrence(RoomOccurrence occurrence) {
        Optional<CallbackEvent> event = CallbackBody.eventOf(occurrence);
        if (event.isEmpty() || settings.target(occurrence.room().appId(), event.get()).isEmpty()) {
            return;
        }
        if (noted.offer(new Note(event.get(), occurrence))) {
            notedCount.increment();
            wake();
        } else {
            dropped.increment();
        }
    }

    public CallbackStatistics statistics() {
        return new CallbackStatistics(
                waitingNow + noted.size(),
                inFlightNow,
                notedCount.sum(),
                delivered.sum(),
                attemptsFailed.sum(),
                refusedAddresses.sum(),
                givenUp.sum(),
                dropped.sum(),
                storeFailures.sum());
    }

    /// Writes down what was noted; what is not delivered yet is by the next start.
    public void stop() throws InterruptedException {
        closing = true;
        wake();
        thread.join();
        senders.shutdownNow();
        watch.ifPresent(ExecutorService::shutdownNow);
    }

    private void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void run() {
        try {
            boolean last;
            do {
                last = closing; // the last turn begins after the stop, so that it misses nothing
                // before
                boolean written = turn(clock.nowNs());
                if (!written && closing) {
                    return; // what cannot be written is lost
                }
                pause(written ? pauseNs() : STORE_RETRY_NS);
            } while (!last || !noted.isEmpty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(long ns) throws InterruptedException {
        if (closing) {
            return;
        }
        LockSupport.parkNanos(MIN_PAUSE_NS);
        if (noted.isEmpty() && ns > 0) {
            var _ = work.tryAcquire(ns, TimeUnit.NANOSECONDS);
        }
        work.drainPermits();
    }

    private long pauseNs() {
        long next = deliveries.nextTimeoutNs();
        return next == Deliveries.NEVER
                ? MAX_PAUSE_NS
                : Math.clamp(next - clock.nowNs(), 0, MAX_PAUSE_NS);
    }

    /// False if the database did not take it; then everything stays for the next turn.
    private boolean turn(long nowNs) {
        takeResults(nowNs);
        takeNotes(nowNs);
        if (!added.isEmpty() || !outcomes.isEmpty()) {
            try {
                outbox.write(List.copyOf(added), List.copyOf(outcomes));
                added.clear();
                outcomes.clear();
            } catch (RuntimeException e) {
                storeFailures.increment();
                LOG.log(System.Logger.Level.ERROR, "callbacks cannot be written down", e);
                return false;
            }
        }
        List<Deliveries.Item> due = closing ? List.of() : deliveries.take(nowNs);
        // Before they are sent: who sees one arrive finds it counted.
        waitingNow = deliveries.size();
        inFlightNow = deliveries.inFlight();
        due.forEach(item -> senders.execute(() -> send(item)));
        return true;
    }

    private void takeNotes(long nowNs) {
        while (added.size() < BATCH) {
            Note note = noted.poll();
            if (note == null) {
                return;
            }
            long appId = note.occurrence.room().appId();
            Optional<String> secret = secrets.apply(appId);
            if (secret.isEmpty()) {
                dropped.increment(); // the project was deleted this very moment
                continue;
            }
            var seal = new CallbackBody.Seal(secret.get(), clock.wallMs() / MS_PER_S, newNonce());
            var entry =
                    new Outbox.Entry(
                            ++lastId,
                            appId,
                            note.occurrence.room().roomId(),
                            note.event,
                            0,
                            CallbackBody.of(note.occurrence, seal));
            added.add(entry);
            enqueue(entry, nowNs);
        }
    }

    private void enqueue(Outbox.Entry entry, long nowNs) {
        var item =
                new Deliveries.Item(
                        entry.id(), entry.appId(), entry.roomId(), entry.event(), entry.attempts());
        deliveries
                .add(item, nowNs)
                .ifPresent(oldest -> {
                    dropped.increment();
                    outcomes.add(new Outbox.Outcome(oldest, true, 0));
                });
    }

    private void takeResults(long nowNs) {
        for (int i = 0; i < maxInFlight; i++) {
            Result result = results.poll();
            if (result == null) {
                return;
            }
            if (result.delivered) {
                deliveries.onDelivered(result.id, nowNs);
                outcomes.add(new Outbox.Outcome(result.id, true, 0));
                continue;
            }
            Optional<Integer> attempts = deliveries.onFailed(result.id, nowNs);
            if (attempts.isEmpty()) {
                givenUp.increment();
            }
            outcomes.add(new Outbox.Outcome(result.id, attempts.isEmpty(), attempts.orElse(0)));
        }
    }

    /// On a thread of its own.
    private void send(Deliveries.Item item) {
        boolean done = false;
        try {
            done = attempt(item);
        } catch (ForbiddenAddressException e) {
            refusedAddresses.increment();
            failed(item, e);
        } catch (IOException | RuntimeException e) {
            failed(item, e);
        } finally {
            results.add(new Result(item.id(), done));
            wake();
        }
    }

    private boolean attempt(Deliveries.Item item) throws IOException {
        Optional<CallbackTarget> target = settings.target(item.appId(), item.event());
        Optional<String> json = outbox.json(item.id());
        if (target.isEmpty() || json.isEmpty()) {
            givenUp.increment(); // switched off meanwhile: as good as done
            return true;
        }
        int status = post.post(target.get(), json.get());
        if (status < 200 || status > 299) {
            attemptsFailed.increment();
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} of project {1} was answered with {2}",
                    item.event().wireName(),
                    Long.toString(item.appId()),
                    status);
            return false;
        }
        delivered.increment();
        return true;
    }

    private void failed(Deliveries.Item item, Exception e) {
        attemptsFailed.increment();
        LOG.log(
                System.Logger.Level.DEBUG,
                item.event().wireName() + " of project " + item.appId() + " was not delivered",
                e);
    }

    private String newNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package io.freshet.server.usage;

import io.freshet.server.control.ControlClock;
import io.freshet.server.control.RoomObserver;
import io.freshet.server.control.RoomOccurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// Writes usage down: everything at each interval, and what has ended within a second. One thread,
/// `usage`; the room service never waits for it.
///
/// A kill loses at most the last interval of what was running.
public final class UsageRecorder implements RoomObserver {
    private static final System.Logger LOG = System.getLogger(UsageRecorder.class.getName());

    /// Some 50 MB at the most.
    private static final int MAX_UNWRITTEN = 200_000;

    private static final long TURN_MS = 1_000;
    private static final long MS_PER_DAY = 86_400_000;

    private final UsageLedger ledger = new UsageLedger(MAX_UNWRITTEN);
    private final UsageStore store;
    private final ControlClock clock;
    private final Duration interval;
    private final long keepDays;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final ReentrantLock writing = new ReentrantLock();
    private final LongAdder written = new LongAdder();
    private final LongAdder failures = new LongAdder();

    // The thread's own.
    private long writtenNs;
    private long foldedOnDay;

    private UsageRecorder(
            UsageStore store, ControlClock clock, Duration interval, Duration keepDetails) {
        this.store = store;
        this.clock = clock;
        this.interval = interval;
        this.keepDays = Math.max(2, keepDetails.toDays());
        this.writtenNs = clock.nowNs();
        this.thread = Thread.ofPlatform().daemon().name("usage").unstarted(this::run);
    }

    /// Starts recording.
    ///
    /// @param interval between two records of what runs
    /// @param keepDetails after that, at least two days, only sums by day are kept
    public static UsageRecorder start(
            UsageStore store, ControlClock clock, Duration interval, Duration keepDetails) {
        var recorder = new UsageRecorder(store, clock, interval, keepDetails);
        recorder.thread.start();
        return recorder;
    }

    @Override
    public void onOccurrence(RoomOccurrence occurrence) {
        ledger.onOccurrence(occurrence);
    }

    public UsageStatistics statistics() {
        return new UsageStatistics(
                ledger.running(), written.sum(), failures.sum(), ledger.lostSeconds());
    }

    /// Writes what has come up to now on disk, so that a report shows it.
    public void flush() {
        write(clock.nowNs());
    }

    /// Writes the last seconds down.
    public void stop() throws InterruptedException {
        closing.countDown();
        thread.join();
        flush();
    }

    private void run() {
        try {
            while (!closing.await(TURN_MS, TimeUnit.MILLISECONDS)) {
                turn(clock.nowNs());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(long nowNs) {
        if (nowNs - writtenNs >= interval.toNanos() || ledger.hasEnded()) {
            write(nowNs);
            writtenNs = nowNs;
        }
        long today = Math.floorDiv(clock.wallMs(), MS_PER_DAY);
        if (today != foldedOnDay) {
            foldedOnDay = today;
            fold(LocalDate.ofEpochDay(today - keepDays));
        }
    }

    private void write(long nowNs) {
        writing.lock(); // an older collection must not be written over a newer one
        try {
            List<UsagePiece> pieces = ledger.collect(nowNs);
            store.write(pieces);
            ledger.onWritten(pieces);
            written.add(pieces.size());
        } catch (RuntimeException e) {
            failures.increment();
            LOG.log(System.Logger.Level.ERROR, "usage cannot be written down; will try again", e);
        } finally {
            writing.unlock();
        }
    }

    private void fold(LocalDate before) {
        try {
            store.fold(before);
        } catch (RuntimeException e) {
            failures.increment();
            LOG.log(System.Logger.Level.ERROR, "old usage cannot be summed up", e);
        }
    }
}

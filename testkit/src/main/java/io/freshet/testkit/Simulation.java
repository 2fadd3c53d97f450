package io.freshet.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// A whole system in one thread and in virtual time.
///
/// Events run in order of time, those of one instant in the order in which they were scheduled.
/// Objects with deadlines of their own ([Timed]) are called when these are due. After every event
/// all invariants are checked. Whatever is thrown comes out as a [SimulationFailure] that names
/// scenario, seed and event number. All randomness comes from [#random(String)], so the same seed
/// gives the same run, event by event.
///
/// To replay one seed of a test that takes its seeds from [#seeds(int)]: `mvn …
/// -Dfreshet.simulation.seed=17`.
public final class Simulation {
    /// Value of [Timed#nextTimeoutNs()] for "nothing to wait for".
    public static final long NEVER = Long.MAX_VALUE;

    /// Names the one seed that [#seeds(int)] is to return.
    public static final String SEED_PROPERTY = "freshet.simulation.seed";

    /// How many seeds [#seeds(int)] is to return instead, for a long search.
    public static final String COUNT_PROPERTY = "freshet.simulation.count";

    /// The events before a failure that its message tells.
    private static final int TRACE_LENGTH = 40;

    /// More calls than this to one [Timed] at one instant mean that it does not move its deadline.
    private static final int SPIN_LIMIT = 10_000;

    /// Something with deadlines of its own.
    public interface Timed {
        /// The next time at which [#onTimeout] wants to be called, [#NEVER] if none.
        long nextTimeoutNs();

        void onTimeout(long nowNs);
    }

    /// A condition that must hold after every event; throws when it does not.
    @FunctionalInterface
    public interface Invariant {
        void check();
    }

    /// Something that will happen unless it is cancelled.
    public static final class Event {
        private final long atNs;
        private final long order;
        private final String what;
        private final Runnable action;
        private boolean cancelled;

        private Event(long atNs, long order, String what, Runnable action) {
            this.atNs = atNs;
            this.order = order;
            this.what = what;
            this.action = action;
        }

        public void cancel() {
            cancelled = true;
        }
    }

    private record NamedInvariant(String name, Invariant invariant) {}

    private record NamedTimed(String name, Timed timed) {}

    private final String scenario;
    private final long seed;
    private final VirtualClock clock = new VirtualClock();
    private final PriorityQueue<Event> queue =
            new PriorityQueue<>((a, b) ->
                    a.atNs != b.atNs
                            ? Long.compare(a.atNs, b.atNs)
                            : Long.compare(a.order, b.order));
    private final List<NamedTimed> timed = new ArrayList<>();
    private final List<NamedInvariant> invariants = new ArrayList<>();
    private final Deque<String> trace = new ArrayDeque<>();
    private final long startNs = clock.nowNs();
    private long scheduled;
    private long eventNumber;
    private long fingerprint;
    private long spinAtNs;
    private int spins;

    public Simulation(String scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
    }

    /// `count` fixed seeds and those that have found something, or only the one in the system
    /// property [#SEED_PROPERTY], or as many as [#COUNT_PROPERTY] says.
    public static LongStream seeds(int count, long... found) {
        String chosen = System.getProperty(SEED_PROPERTY, "");
        return chosen.isEmpty()
                ? LongStream.concat(
                                LongStream.rangeClosed(
                                        1, Integer.getInteger(COUNT_PROPERTY, count)),
                                LongStream.of(found))
                        .distinct()
                : LongStream.of(Long.parseLong(chosen));
    }

    public VirtualClock clock() {
        return clock;
    }

    public long nowNs() {
        return clock.nowNs();
    }

    public long seed() {
        return seed;
    }

    /// Number of events so far.
    public long eventNumber() {
        return eventNumber;
    }

    /// A digest of all events so far and their times: equal for two runs of one seed, or something
    /// in the system is not derived from the seed.
    public long fingerprint() {
        return fingerprint;
    }

    /// A stream of random numbers that depends on the seed and `purpose` only, so that a new
    /// consumer of randomness does not change what the others get.
    public RandomGenerator random(String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mixed * 0x9E3779B97F4A7C15L + purpose.charAt(i);
        }
        return new SplittableRandom(mixed);
    }

    public Event at(long atNs, String what, Runnable action) {
        Event event = new Event(Math.max(atNs, clock.nowNs()), scheduled++, what, action);
        queue.add(event);
        return event;
    }

    public Event after(long delayNs, String what, Runnable action) {
        return at(clock.nowNs() + delayNs, what, action);
    }

    /// Runs `action` each `periodNs`, the first time after one period, until the run ends or the
    /// action returns false.
    public void every(long periodNs, String what, BooleanSupplier action) {
        after(
                periodNs,
                what,
                () -> {
                    if (action.getAsBoolean()) {
                        every(periodNs, what, action);
                    }
                });
    }

    public void drive(String name, Timed object) {
        timed.add(new NamedTimed(name, object));
    }

    public void invariant(String name, Invariant invariant) {
        invariants.add(new NamedInvariant(name, invariant));
    }

    /// Adds a line to what a failure tells about the time before it.
    public void note(String line) {
        trace.addLast(time() + " " + line);
        if (trace.size() > TRACE_LENGTH) {
            trace.removeFirst();
        }
    }

    /// Runs everything due until `deadlineNs`, then sets the clock to it.
    public void runUntil(long deadlineNs) {
        while (step(deadlineNs)) {
            // step does it all
        }
        if (deadlineNs > clock.nowNs()) {
            clock.advanceTo(deadlineNs);
        }
    }

    public void runFor(long durationNs) {
        runUntil(clock.nowNs() + durationNs);
    }

    /// Runs the next event if it is due until `deadlineNs`; false if there is none.
    public boolean step(long deadlineNs) {
        while (!queue.isEmpty() && queue.peek().cancelled) {
            queue.remove();
        }
        Event head = queue.peek();
        long nextNs = head == null ? NEVER : head.atNs;
        NamedTimed due = null;
        for (NamedTimed candidate : timed) {
            long timeoutNs = Math.max(candidate.timed.nextTimeoutNs(), clock.nowNs());
            // At the same instant scheduled events go first: they are what the deadlines react to.
            if (timeoutNs < nextNs) {
                nextNs = timeoutNs;
                due = candidate;
            }
        }
        if (nextNs == NEVER || nextNs > deadlineNs) {
            return false;
        }
        clock.advanceTo(nextNs);
        if (due != null) {
            Timed object = due.timed;
            countSpin(due.name);
            run(due.name + " timeout", () -> object.onTimeout(clock.nowNs()));
        } else {
            Event event = queue.remove();
            run(event.what, event.action);
        }
        return true;
    }

    private void countSpin(String name) {
        spins = spinAtNs == clock.nowNs() ? spins + 1 : 0;
        spinAtNs = clock.nowNs();
        if (spins > SPIN_LIMIT) {
            throw failure(
                    name,
                    new IllegalStateException(name + " asks for a timeout that does not pass"));
        }
    }

    private void run(String what, Runnable action) {
        eventNumber++;
        fingerprint = (fingerprint * 31 + what.hashCode()) * 31 + clock.nowNs();
        note("#" + eventNumber + " " + what);
        try {
            action.run();
        } catch (RuntimeException | AssertionError e) {
            throw failure(what, e);
        }
        for (NamedInvariant each : invariants) {
            try {
                each.invariant.check();
            } catch (RuntimeException | AssertionError e) {
                throw failure("invariant \"" + each.name + "\" after " + what, e);
            }
        }
    }

    /// A failure of this run, for checks that are made outside events, such as those at the end.
    public SimulationFailure failure(String where, Throwable cause) {
        return new SimulationFailure(
                scenario, seed, eventNumber, where, time(), List.copyOf(trace), cause);
    }

    /// Runs a check made outside events; what it throws comes out as a [SimulationFailure].
    public void validate(String what, Invariant check) {
        try {
            check.check();
        } catch (RuntimeException | AssertionError e) {
            throw failure("validation \"" + what + "\"", e);
        }
    }

    private String time() {
        return "t=%.3fms".formatted((clock.nowNs() - startNs) / 1e6);
    }
}

package io.freshet.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What one client was called back with and was not compared yet, in lines: callbacks of the
/// handler, those of them that only `until` looks at, and results. Waiting is the only way in which
/// time passes for a scenario.
public final class Heard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Callback> callbacks = new ArrayList<>();
    private final List<Callback> results = new ArrayList<>();
    private final List<Callback> aside = new ArrayList<>();
    private final Map<String, Integer> pictures = new HashMap<>();
    private final List<String> all = new ArrayList<>();
    private final Set<String> compared;
    private String ended = "";

    /// What nobody waits for.
    Heard() {
        this(Set.of());
    }

    /// @param compared callbacks of the handler that are kept
    public Heard(Set<String> compared) {
        this.compared = Set.copyOf(compared);
    }

    void onCallback(Callback callback) {
        lock.lock();
        try {
            if (callback.isResult()) {
                results.add(callback);
            } else if (Vocabulary.ASIDE.contains(callback.name())) {
                aside.add(callback);
            } else if (callback.name().equals("pictures")) {
                pictures.merge(
                        callback.arguments().getString("streamID"),
                        callback.arguments().getInt("count"),
                        Integer::sum);
            } else if (compared.contains(callback.name())) {
                callbacks.addAll(callback.oneMessageEach());
            }
            if (!callback.name().equals("onRoomOnlineUserCountUpdate")) {
                all.add(callback.toString());
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void onEnd(String why) {
        lock.lock();
        try {
            ended = why;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the callback number `index` of its line, which stays.
    Callback peek(boolean result, int index, String what) {
        List<Callback> line = result ? results : callbacks;
        await(() -> line.size() > index, what);
        return locked(() -> line.get(index));
    }

    /// Takes the first ones off a line.
    void drop(boolean result, int count) {
        locked(() -> {
            (result ? results : callbacks).subList(0, count).clear();
            return count;
        });
    }

    /// Waits for a callback that is wanted; takes it and those of its name before it.
    public void takeUntil(String name, Predicate<Callback> wanted, String what) {
        List<Callback> line = lineOf(name);
        await(() -> find(line, name, wanted).isPresent(), what);
        locked(() -> {
            int found = find(line, name, wanted).orElseThrow();
            List<Callback> kept = new ArrayList<>(line.subList(0, found));
            kept.removeIf(callback -> callback.name().equals(name));
            kept.addAll(line.subList(found + 1, line.size()));
            line.clear();
            line.addAll(kept);
            return found;
        });
    }

    /// Waits for a callback that is wanted, which stays.
    Callback await(String name, Predicate<Callback> wanted, String what) {
        List<Callback> line = lineOf(name);
        await(() -> find(line, name, wanted).isPresent(), what);
        return locked(() -> line.get(find(line, name, wanted).orElseThrow()));
    }

    private List<Callback> lineOf(String name) {
        if (Vocabulary.ASIDE.contains(name)) {
            return aside;
        }
        return Vocabulary.RESULTS.contains(name) ? results : callbacks;
    }

    private static Optional<Integer> find(
            List<Callback> line, String name, Predicate<Callback> wanted) {
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).name().equals(name) && wanted.test(line.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// Waits for so many more pictures of a stream.
    public void awaitPictures(String streamId, int count) {
        int before = locked(() -> pictures.getOrDefault(streamId, 0));
        await(
                () -> pictures.getOrDefault(streamId, 0) >= before + count,
                count + " pictures of " + streamId);
    }

    /// What was not compared.
    List<Callback> left() {
        return locked(() -> {
            List<Callback> left = new ArrayList<>(callbacks);
            left.addAll(results);
            return left;
        });
    }

    /// Everything that was told, for a report.
    List<String> history() {
        return locked(() -> new ArrayList<>(all));
    }

    private void await(BooleanSupplier condition, String what) {
        lock.lock();
        try {
            long leftNs = TimeUnit.SECONDS.toNanos(ClientProcess.PATIENCE_S);
            while (!condition.getAsBoolean()) {
                if (!ended.isEmpty()) {
                    throw new AssertionError(ended + " before " + what);
                }
                if (leftNs <= 0) {
                    throw new AssertionError(
                            "waited " + ClientProcess.PATIENCE_S + " s for " + what);
                }
                leftNs = news.awaitNanos(leftNs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

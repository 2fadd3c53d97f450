package io.freshet.server.control;

import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.RecentSequences;
import io.freshet.server.control.forbid.RuleBook;
import io.freshet.server.control.forbid.RuleStore;
import io.freshet.server.control.forbid.StreamRule;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The rules of all AppIDs as backends see and change them. A change is stored, then in the book,
/// then made to hold ([Forbidding]).
///
/// Changes of one AppID's rules come one after the other, also while they are stored: their lock is
/// held over that, but nothing that rooms or media do takes it.
final class RealmForbids implements ForbidOperations {
    private static final long MS_PER_SECOND = 1_000;

    /// Rules that have ended are looked for as often.
    private static final long SWEEP_NS = 1_000_000_000L;

    /// The rules of one AppID.
    private static final class Rules {
        final long appId;
        final RuleBook book = new RuleBook();

        /// Guards changes of the book, and the sequences.
        final ReentrantLock changing = new ReentrantLock();

        final RecentSequences sequences = new RecentSequences();
        final AtomicBoolean sweeping = new AtomicBoolean();

        Rules(long appId) {
            this.appId = appId;
        }

        <T> T change(Supplier<T> change) {
            changing.lock();
            try {
                return change.get();
            } finally {
                changing.unlock();
            }
        }
    }

    private final Core core;
    private final RuleStore store;

    /// By AppID; bounded by the number of projects.
    private final ConcurrentHashMap<Long, Rules> rules = new ConcurrentHashMap<>();

    RealmForbids(Core core, RuleStore store) {
        this.core = core;
        this.store = store;
        store.deleteExpired(nowSeconds());
        store.read(
                new RuleStore.Reader() {
                    @Override
                    public void onUserRule(long appId, UserRule rule) {
                        rules(appId).book.put(rule);
                    }

                    @Override
                    public void onStreamRule(long appId, StreamRule rule) {
                        rules(appId).book.put(rule);
                    }

                    @Override
                    public void onForbiddenStream(long appId, String streamId) {
                        rules(appId).book.forbid(List.of(streamId));
                    }
                });
        rules.values().forEach(this::sweepLater);
    }

    RuleBook book(long appId) {
        return rules(appId).book;
    }

    @Override
    public Optional<UserRule> setUserRule(
            long appId, Target target, Set<Privilege> disabled, Duration effective) {
        Rules of = rules(appId);
        Optional<UserRule> set =
                of.change(() -> {
                    UserRule rule =
                            new UserRule(target, disabled, nextSecond() + effective.toSeconds());
                    if (!of.book.hasPlaceFor(rule, core.clock.wallMs())) {
                        return Optional.empty();
                    }
                    store.deleteExpired(nowSeconds());
                    store.put(appId, rule);
                    of.book.put(rule);
                    return Optional.of(rule);
                });
        if (set.isPresent()) {
            sweepLater(of);
            core.existingRealm(appId).ifPresent(realm -> core.forbidding.onUserRule(realm, target));
        }
        return set;
    }

    @Override
    public List<UserRule> userRules(long appId, Target.Kind kind) {
        return book(appId).userRules(kind, core.clock.wallMs());
    }

    @Override
    public boolean deleteUserRule(long appId, Target target) {
        Rules of = rules(appId);
        return of.change(() -> {
            boolean found = of.book.userRule(target, core.clock.wallMs()).isPresent();
            store.delete(appId, target);
            of.book.remove(target);
            return found;
        });
    }

    @Override
    public Optional<StreamRule> setStreamRule(
            long appId, String roomId, String streamId, Duration effective, Media media) {
        Rules of = rules(appId);
        Optional<StreamRule> set =
                of.change(() -> {
                    StreamRule rule =
                            new StreamRule(
                                    roomId,
                                    streamId,
                                    media.audio(),
                                    media.video(),
                                    nextSecond(),
                                    effective.toSeconds());
                    if (!of.book.hasPlaceFor(rule, core.clock.wallMs())) {
                        return Optional.empty();
                    }
                    store.deleteExpired(nowSeconds());
                    store.put(appId, rule);
                    of.book.put(rule);
                    return Optional.of(rule);
                });
        if (set.isPresent()) {
            sweepLater(of);
            withhold(appId, streamId);
        }
        return set;
    }

    @Override
    public Optional<StreamRule> streamRule(long appId, String roomId, String streamId) {
        return book(appId).streamRule(roomId, streamId, core.clock.wallMs());
    }

    @Override
    public void deleteStreamRule(long appId, String roomId, String streamId) {
        Rules of = rules(appId);
        of.change(() -> {
            store.deleteStreamRule(appId, roomId, streamId);
            of.book.removeStreamRule(roomId, streamId);
            return of;
        });
        withhold(appId, streamId);
    }

    @Override
    public Outcome forbidStreams(long appId, List<String> streamIds, long sequence) {
        Rules of = rules(appId);
        Outcome outcome =
                of.change(() -> {
                    if (!of.book.hasPlaceFor(streamIds)) {
                        return Outcome.TOO_MANY;
                    }
                    if (!of.sequences.tryTake(streamIds, sequence, core.clock.nowNs())) {
                        return Outcome.LATE;
                    }
                    store.forbid(appId, streamIds);
                    of.book.forbid(streamIds);
                    return Outcome.DONE;
                });
        if (outcome == Outcome.DONE) {
            core.existingRealm(appId)
                    .ifPresent(realm -> core.forbidding.onStreamsForbidden(realm, streamIds));
        }
        return outcome;
    }

    @Override
    public Outcome resumeStreams(long appId, List<String> streamIds, long sequence) {
        Rules of = rules(appId);
        Outcome outcome =
                of.change(() -> {
                    if (!of.sequences.tryTake(streamIds, sequence, core.clock.nowNs())) {
                        return Outcome.LATE;
                    }
                    store.resume(appId, streamIds);
                    of.book.resume(streamIds);
                    return Outcome.DONE;
                });
        if (outcome == Outcome.DONE) {
            core.existingRealm(appId)
                    .ifPresent(realm ->
                            streamIds.forEach(it -> core.forbidding.onStreamAllowed(realm, it)));
        }
        return outcome;
    }

    @Override
    public List<String> forbiddenStreams(long appId) {
        return book(appId).forbiddenStreams();
    }

    @Override
    public Optional<Long> publishedSince(long appId, String streamId) {
        return core.existingRealm(appId)
                .flatMap(realm -> {
                    Optional<Room> room =
                            realm.hubs.on(
                                    streamId,
                                    hub ->
                                            Optional.ofNullable(hub.publication)
                                                    .map(it -> it.participant.room));
                    return RoomAccess.look(room, it -> it.reporter.stream(streamId))
                            .flatMap(life -> life.map(it -> it.since().wallMs()));
                });
    }

    @Override
    public ForbidStatistics statistics() {
        long wallMs = core.clock.wallMs();
        int userRules = 0;
        int streamRules = 0;
        int forbiddenStreams = 0;
        for (Rules of : rules.values()) {
            userRules += of.book.userRuleCount(wallMs);
            streamRules += of.book.streamRuleCount(wallMs);
            forbiddenStreams += of.book.forbiddenStreamCount();
        }
        return new ForbidStatistics(
                userRules,
                streamRules,
                forbiddenStreams,
                core.forbidding.loginsRefused.sum(),
                core.forbidding.publishesRefused.sum(),
                core.forbidding.playsRefused.sum());
    }

    /// While there are rules that end, looks for those that have ended. Takes no lock: a change may
    /// wait for the disk under its own.
    private void sweepLater(Rules of) {
        if (of.book.hasRulesThatEnd() && of.sweeping.compareAndSet(false, true)) {
            core.timers.at(core.clock.nowNs() + SWEEP_NS, _ -> sweep(of));
        }
    }

    private void sweep(Rules of) {
        of.sweeping.set(false);
        List<String> freed = of.book.removeExpired(core.clock.wallMs());
        sweepLater(of);
        freed.forEach(streamId -> withhold(of.appId, streamId));
    }

    private void withhold(long appId, String streamId) {
        core.existingRealm(appId).ifPresent(realm -> core.forbidding.withhold(realm, streamId));
    }

    private Rules rules(long appId) {
        return rules.computeIfAbsent(appId, Rules::new);
    }

    private long nowSeconds() {
        return core.clock.wallMs() / MS_PER_SECOND;
    }

    /// So that a rule lasts as long as was asked for, not up to a second less.
    private long nextSecond() {
        return (core.clock.wallMs() + MS_PER_SECOND - 1) / MS_PER_SECOND;
    }
}

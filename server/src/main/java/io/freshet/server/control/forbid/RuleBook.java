package io.freshet.server.control.forbid;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The rules of one AppID. Any thread may look, without a lock; changes are made one after the
/// other by whoever owns the book.
///
/// Bounded: [Target.Kind#maxRules()] rules of each kind, [#MAX_STREAM_RULES] and
/// [#MAX_FORBIDDEN_STREAMS]. A rule that has expired counts for nothing and goes with
/// [#removeExpired].
public final class RuleBook {
    public static final int MAX_STREAM_RULES = 1_000;
    public static final int MAX_FORBIDDEN_STREAMS = 10_000;

    private record StreamKey(String roomId, String streamId) {}

    private final Map<Target, UserRule> userRules = new ConcurrentHashMap<>();
    private final Map<StreamKey, StreamRule> streamRules = new ConcurrentHashMap<>();
    private final Set<String> forbiddenStreams = ConcurrentHashMap.newKeySet();

    /// The rule that takes this privilege from a visitor; of several the one that lasts longest.
    public Optional<UserRule> forbidding(Privilege privilege, Visitor visitor, long wallMs) {
        if (userRules.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(
                        Target.address(visitor.address()),
                        Target.room(visitor.roomId()),
                        Target.user(visitor.userId()),
                        Target.userInRoom(visitor.roomId(), visitor.userId()))
                .flatMap(target -> Stream.ofNullable(userRules.get(target)))
                .filter(rule -> rule.disabled().contains(privilege) && rule.isInForce(wallMs))
                .max(Comparator.comparingLong(UserRule::expiresAtS));
    }

    /// Whether this rule may be put: it replaces one, or its kind has not all it may have.
    public boolean hasPlaceFor(UserRule rule, long wallMs) {
        return userRules.containsKey(rule.target())
                || userRules(rule.target().kind(), wallMs).size() < rule.target().kind().maxRules();
    }

    /// Adds a rule, in the place of a former one for the same target.
    public void put(UserRule rule) {
        userRules.put(rule.target(), rule);
    }

    public void remove(Target target) {
        userRules.remove(target);
    }

    public Optional<UserRule> userRule(Target target, long wallMs) {
        return Optional.ofNullable(userRules.get(target)).filter(rule -> rule.isInForce(wallMs));
    }

    /// The rules of a kind that are in force, those that end first before the others.
    public List<UserRule> userRules(Target.Kind kind, long wallMs) {
        return userRules.values().stream()
                .filter(rule -> rule.target().kind() == kind && rule.isInForce(wallMs))
                .sorted(
                        Comparator.comparingLong(UserRule::expiresAtS)
                                .thenComparing(rule -> rule.target().toString()))
                .toList();
    }

    public boolean hasPlaceFor(StreamRule rule, long wallMs) {
        return streamRules.containsKey(new StreamKey(rule.roomId(), rule.streamId()))
                || streamRules.values().stream().filter(it -> it.isInForce(wallMs)).count()
                        < MAX_STREAM_RULES;
    }

    /// Adds a rule, in the place of a former one for the same stream of the same room.
    public void put(StreamRule rule) {
        streamRules.put(new StreamKey(rule.roomId(), rule.streamId()), rule);
    }

    public void removeStreamRule(String roomId, String streamId) {
        streamRules.remove(new StreamKey(roomId, streamId));
    }

    public Optional<StreamRule> streamRule(String roomId, String streamId, long wallMs) {
        return Optional.ofNullable(streamRules.get(new StreamKey(roomId, streamId)))
                .filter(rule -> rule.isInForce(wallMs));
    }

    public boolean hasUserRules() {
        return !userRules.isEmpty();
    }

    public boolean hasRulesThatEnd() {
        return !userRules.isEmpty() || !streamRules.isEmpty();
    }

    public Withheld withheld(String roomId, String streamId, long wallMs) {
        return streamRule(roomId, streamId, wallMs)
                .map(rule -> new Withheld(rule.audio(), rule.video()))
                .orElse(Withheld.NOTHING);
    }

    public boolean isForbidden(String streamId) {
        return forbiddenStreams.contains(streamId);
    }

    /// Those that are, by name.
    public List<String> forbiddenStreams() {
        return forbiddenStreams.stream().sorted().toList();
    }

    /// Whether all of these may be forbidden.
    public boolean hasPlaceFor(List<String> streamIds) {
        Set<String> added = new HashSet<>(streamIds);
        added.removeAll(forbiddenStreams);
        return forbiddenStreams.size() + added.size() <= MAX_FORBIDDEN_STREAMS;
    }

    public void forbid(List<String> streamIds) {
        forbiddenStreams.addAll(streamIds);
    }

    public void resume(List<String> streamIds) {
        streamIds.forEach(forbiddenStreams::remove);
    }

    /// Forgets what has expired; returns the streams that something was kept of.
    public List<String> removeExpired(long wallMs) {
        userRules.values().removeIf(rule -> !rule.isInForce(wallMs));
        List<StreamRule> expired =
                streamRules.values().stream().filter(rule -> !rule.isInForce(wallMs)).toList();
        // Only what was seen expired: another thread may have put a new one in its place.
        expired.forEach(
                rule -> streamRules.remove(new StreamKey(rule.roomId(), rule.streamId()), rule));
        return expired.stream().map(StreamRule::streamId).toList();
    }

    public int userRuleCount(long wallMs) {
        return (int) userRules.values().stream().filter(rule -> rule.isInForce(wallMs)).count();
    }

    public int streamRuleCount(long wallMs) {
        return (int) streamRules.values().stream().filter(rule -> rule.isInForce(wallMs)).count();
    }

    public int forbiddenStreamCount() {
        return forbiddenStreams.size();
    }
}

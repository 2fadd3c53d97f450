package io.freshet.server.control;

import io.freshet.server.control.forbid.RuleStore;
import io.freshet.server.control.forbid.StreamRule;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the rules of one AppID over the ends of room services; fails when told to.
final class MemoryRuleStore implements RuleStore {
    private record StreamKey(String roomId, String streamId) {}

    final Map<Target, UserRule> userRules = new HashMap<>();
    private final Map<StreamKey, StreamRule> streamRules = new HashMap<>();
    private final Set<String> forbiddenStreams = new LinkedHashSet<>();
    boolean failing;

    @Override
    public void read(Reader reader) {
        userRules.values().forEach(rule -> reader.onUserRule(ControlHarness.APP_ID, rule));
        streamRules.values().forEach(rule -> reader.onStreamRule(ControlHarness.APP_ID, rule));
        forbiddenStreams.forEach(it -> reader.onForbiddenStream(ControlHarness.APP_ID, it));
    }

    @Override
    public void put(long appId, UserRule rule) {
        check();
        userRules.put(rule.target(), rule);
    }

    @Override
    public void delete(long appId, Target target) {
        check();
        userRules.remove(target);
    }

    @Override
    public void put(long appId, StreamRule rule) {
        check();
        streamRules.put(new StreamKey(rule.roomId(), rule.streamId()), rule);
    }

    @Override
    public void deleteStreamRule(long appId, String roomId, String streamId) {
        check();
        streamRules.remove(new StreamKey(roomId, streamId));
    }

    @Override
    public void forbid(long appId, List<String> streamIds) {
        check();
        forbiddenStreams.addAll(streamIds);
    }

    @Override
    public void resume(long appId, List<String> streamIds) {
        check();
        streamIds.forEach(forbiddenStreams::remove);
    }

    @Override
    public void deleteExpired(long atS) {
        userRules.values().removeIf(rule -> rule.expiresAtS() <= atS);
        streamRules.values().removeIf(rule -> rule.expiresAtS() <= atS);
    }

    private void check() {
        if (failing) {
            throw new IllegalStateException("the disk is full");
        }
    }
}

package io.freshet.server.callback;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/// Which events of which project go where: in the database, and in memory, so that a room never
/// waits to know. Any thread.
public final class CallbackSettings {
    private final CallbackStore store;

    /// By AppID; the maps within never change.
    private final ConcurrentHashMap<Long, Map<CallbackEvent, CallbackTarget>> byProject;

    private CallbackSettings(CallbackStore store) {
        this.store = store;
        this.byProject = new ConcurrentHashMap<>(store.targets());
    }

    /// Reads the settings from the server's database.
    public static CallbackSettings load(Jdbi database) {
        return new CallbackSettings(new CallbackStore(database));
    }

    public Optional<CallbackTarget> target(long appId, CallbackEvent event) {
        return Optional.ofNullable(targets(appId).get(event));
    }

    /// What is switched on.
    public Map<CallbackEvent, CallbackTarget> targets(long appId) {
        return byProject.getOrDefault(appId, Map.of());
    }

    /// Sends these events of a project to a target; the others stay as they are.
    public void set(long appId, Set<CallbackEvent> events, CallbackTarget target) {
        change(appId, events, Optional.of(target));
    }

    /// Switches these events off.
    public void clear(long appId, Set<CallbackEvent> events) {
        change(appId, events, Optional.empty());
    }

    private void change(long appId, Set<CallbackEvent> events, Optional<CallbackTarget> target) {
        Map<CallbackEvent, CallbackTarget> changed = new EnumMap<>(CallbackEvent.class);
        changed.putAll(targets(appId));
        for (CallbackEvent event : new HashSet<>(events)) {
            changed.remove(event);
            target.ifPresent(it -> changed.put(event, it));
        }
        store.replaceTargets(appId, changed);
        byProject.put(appId, Map.copyOf(changed));
    }
}

package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.callback.CallbackConfigException;
import io.freshet.server.callback.CallbackEvent;
import io.freshet.server.callback.CallbackSettings;
import io.freshet.server.callback.CallbackTarget;
import io.freshet.server.console.Administration.RefusedException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where backends are told what happens; docs/callbacks.md.
public final class CallbackOperations {
    public static final String SHOW = "callback.show";
    public static final String SET = "callback.set";

    private static final String NAMES =
            "room_create, room_close, room_login, room_logout, stream_create and stream_close";
    private static final int MAX_EVENTS = 16;
    private static final int MAX_FORM_CHARACTERS = 16;
    private static final int MAX_URL_CHARACTERS = 1024;

    private final Projects projects;
    private final CallbackSettings callbacks;

    CallbackOperations(Projects projects, CallbackSettings callbacks) {
        this.projects = projects;
        this.callbacks = callbacks;
    }

    List<Operation> all() {
        return List.of(Operation.look(SHOW, this::show), Operation.change(SET, this::set));
    }

    private void show(OperationRequest request, JsonWriter answer) throws RefusedException {
        write(projects.of(request).appId(), answer);
    }

    /// Sends the named events, or all, to `url`; with `off` no more.
    private void set(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        Set<CallbackEvent> events = events(request.texts("events", MAX_EVENTS));
        if (request.flag("off", false)) {
            callbacks.clear(appId, events);
        } else {
            String url = request.requiredText("url", MAX_URL_CHARACTERS);
            try {
                callbacks.set(
                        appId,
                        events,
                        CallbackTarget.of(url, request.text("form", MAX_FORM_CHARACTERS)));
            } catch (CallbackConfigException e) {
                throw RefusedException.invalid("url", String.valueOf(e.getMessage()));
            }
        }
        write(appId, answer);
    }

    private void write(long appId, JsonWriter answer) {
        answer.member("appId", appId).beginArray("callbacks");
        for (CallbackEvent event : CallbackEvent.values()) {
            CallbackTarget target = callbacks.targets(appId).get(event);
            if (target != null) {
                answer.beginObject()
                        .member("event", event.wireName())
                        .member("url", target.url().toString())
                        .member("form", target.form().name().toLowerCase(Locale.ROOT))
                        .endObject();
            }
        }
        answer.endArray();
    }

    private static Set<CallbackEvent> events(List<String> names) throws RefusedException {
        if (names.isEmpty()) {
            return EnumSet.allOf(CallbackEvent.class);
        }
        Set<CallbackEvent> events = EnumSet.noneOf(CallbackEvent.class);
        for (String name : names) {
            events.add(
                    CallbackEvent.of(name)
                            .orElseThrow(() ->
                                    RefusedException.invalid(
                                            "events",
                                            "There is no event \""
                                                    + name
                                                    + "\"; there are "
                                                    + NAMES
                                                    + ".")));
        }
        return events;
    }
}

package io.freshet.server.app;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.callback.CallbackConfigException;
import io.freshet.server.callback.CallbackEvent;
import io.freshet.server.callback.CallbackSettings;
import io.freshet.server.callback.CallbackTarget;
import io.freshet.server.gateway.Administration;
import io.freshet.server.project.ProjectRecord;
import io.freshet.server.project.ProjectStore;
import io.freshet.server.usage.UsagePiece;
import io.freshet.server.usage.UsageStore;
import io.freshet.server.usage.UsageSum;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The operations on projects that commands ask for, of the running server or on the database
/// directly. Requests and answers are JSON; docs/callbacks.md and docs/usage.md show them.
final class Operations implements Administration {
    static final String CALLBACK = "callback";
    static final String USAGE = "usage";

    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(16 << 20, 6);
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MAX_DAYS = 3660;

    private final Administration tokens;
    private final ProjectStore projects;
    private final CallbackSettings callbacks;
    private final UsageStore usage;
    private final Runnable flush;

    /// Delegates tokens.
    ///
    /// @param flush brings the record of usage up to date
    Operations(
            Administration tokens,
            ProjectStore projects,
            CallbackSettings callbacks,
            UsageStore usage,
            Runnable flush) {
        this.tokens = tokens;
        this.projects = projects;
        this.callbacks = callbacks;
        this.usage = usage;
        this.flush = flush;
    }

    @Override
    public IssuedToken issueToken(TokenOrder request) throws RefusedException {
        return tokens.issueToken(request);
    }

    @Override
    public JsonObject perform(String operation, JsonObject request) throws RefusedException {
        String answer =
                switch (operation) {
                    case CALLBACK -> callback(request);
                    case USAGE -> usage(request);
                    default ->
                            throw new RefusedException(
                                    "There is no operation \"" + operation + "\".");
                };
        try {
            return JsonReader.readObject(answer, LIMITS);
        } catch (JsonException e) {
            throw new IllegalStateException("an answer of ours", e);
        }
    }

    /// Sets, clears or only shows a project's callbacks.
    private String callback(JsonObject request) throws RefusedException {
        long appId = project(request).appId();
        Set<CallbackEvent> events = events(request.at("events"));
        String url = text(request, "url");
        if (request.at("off") == JsonLiteral.TRUE) {
            callbacks.clear(appId, events);
        } else if (!url.isEmpty()) {
            try {
                callbacks.set(appId, events, CallbackTarget.of(url, text(request, "form")));
            } catch (CallbackConfigException e) {
                throw new RefusedException(String.valueOf(e.getMessage()));
            }
        }
        JsonWriter json =
                new JsonWriter().beginObject().member("appId", appId).beginArray("callbacks");
        for (CallbackEvent event : CallbackEvent.values()) {
            CallbackTarget target = callbacks.targets(appId).get(event);
            if (target != null) {
                json.beginObject()
                        .member("event", event.wireName())
                        .member("url", target.url().toString())
                        .member("form", target.form().name().toLowerCase(Locale.ROOT))
                        .endObject();
            }
        }
        return json.endArray().endObject().toString();
    }

    private static Set<CallbackEvent> events(JsonValue names) throws RefusedException {
        if (!(names instanceof JsonArray array) || array.items().isEmpty()) {
            return EnumSet.allOf(CallbackEvent.class);
        }
        Set<CallbackEvent> events = EnumSet.noneOf(CallbackEvent.class);
        for (JsonValue item : array.items()) {
            String name = item instanceof JsonString string ? string.value() : "";
            events.add(
                    CallbackEvent.of(name)
                            .orElseThrow(() ->
                                    new RefusedException(
                                            "There is no event \""
                                                    + name
                                                    + "\"; there are room_create, room_close,"
                                                    + " room_login, room_logout, stream_create"
                                                    + " and stream_close.")));
        }
        return events;
    }

    private String usage(JsonObject request) throws RefusedException {
        long appId = project(request).appId();
        LocalDate from = date(request, "from");
        LocalDate to = date(request, "to");
        if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)) {
            throw new RefusedException(
                    "The days must be in order, and no more than " + MAX_DAYS + ".");
        }
        flush.run();
        List<UsageSum> sums = usage.sums(appId, from, to);
        JsonWriter json =
                new JsonWriter(4096)
                        .beginObject()
                        .member("appId", appId)
                        .member("from", from.toString())
                        .member("to", to.toString())
                        .beginArray("days");
        Map<String, Long> totals = new TreeMap<>();
        for (UsageSum sum : sums) {
            json.beginObject().member("day", sum.day().toString());
            json.member("kind", name(sum.kind())).member("tier", sum.tier().wireName());
            json.member("seconds", sum.seconds()).endObject();
            totals.merge(name(sum.kind()) + " " + sum.tier().wireName(), sum.seconds(), Long::sum);
        }
        json.endArray().beginArray("totals");
        totals.forEach((name, seconds) -> {
            int space = name.indexOf(' ');
            json.beginObject()
                    .member("kind", name.substring(0, space))
                    .member("tier", name.substring(space + 1))
                    .member("seconds", seconds)
                    .member("minutes", Math.ceilDiv(seconds, SECONDS_PER_MINUTE))
                    .endObject();
        });
        return json.endArray().endObject().toString();
    }

    private static String name(UsagePiece.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private ProjectRecord project(JsonObject request) throws RefusedException {
        long appId = request.at("appId") instanceof JsonInteger number ? number.value() : 0;
        if (appId == 0) {
            return projects.all().stream()
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("There is no project yet."));
        }
        return projects.find(appId)
                .orElseThrow(() -> new RefusedException("There is no project " + appId + "."));
    }

    private static LocalDate date(JsonObject request, String name) throws RefusedException {
        try {
            return LocalDate.parse(text(request, name));
        } catch (DateTimeParseException e) {
            throw new RefusedException("\"" + name + "\" must be a day, as in 2026-11-21.");
        }
    }

    private static String text(JsonObject json, String name) {
        return json.at(name) instanceof JsonString string ? string.value() : "";
    }
}

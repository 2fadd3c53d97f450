package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.usage.UsagePiece;
import io.freshet.server.usage.UsageStore;
import io.freshet.server.usage.UsageSum;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What projects have used; docs/usage.md.
public final class UsageOperations {
    /// The days of a project, and their sums.
    public static final String USAGE = "usage";

    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MAX_DAYS = 3660;

    private final Projects projects;
    private final UsageStore usage;
    private final Runnable flush;

    /// @param flush brings the record of usage up to date
    UsageOperations(Projects projects, UsageStore usage, Runnable flush) {
        this.projects = projects;
        this.usage = usage;
        this.flush = flush;
    }

    List<Operation> all() {
        return List.of(Operation.look(USAGE, this::usage));
    }

    private void usage(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        LocalDate from = request.day("from");
        LocalDate to = request.day("to");
        if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)) {
            throw RefusedException.invalid(
                    "to", "The days must be in order, and no more than " + MAX_DAYS + ".");
        }
        flush.run();
        answer.member("appId", appId).member("from", from.toString()).member("to", to.toString());
        Map<String, Long> totals = new TreeMap<>();
        answer.beginArray("days");
        for (UsageSum sum : usage.sums(appId, from, to)) {
            answer.beginObject()
                    .member("day", sum.day().toString())
                    .member("kind", name(sum.kind()))
                    .member("tier", sum.tier().wireName())
                    .member("seconds", sum.seconds())
                    .endObject();
            totals.merge(name(sum.kind()) + " " + sum.tier().wireName(), sum.seconds(), Long::sum);
        }
        answer.endArray().beginArray("totals");
        totals.forEach((name, seconds) -> {
            int space = name.indexOf(' ');
            answer.beginObject()
                    .member("kind", name.substring(0, space))
                    .member("tier", name.substring(space + 1))
                    .member("seconds", seconds)
                    .member("minutes", Math.ceilDiv(seconds, SECONDS_PER_MINUTE))
                    .endObject();
        });
        answer.endArray();
    }

    private static String name(UsagePiece.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

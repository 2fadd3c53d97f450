package io.freshet.server.gateway.console;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;

/// Usage by day as a table of text, RFC 4180. No cell needs quotes: days, words and numbers.
final class UsageCsv {
    private static final String LINE_END = "\r\n";

    private UsageCsv() {}

    static String of(JsonObject usage) {
        var csv = new StringBuilder("appId,day,kind,tier,seconds").append(LINE_END);
        if (usage.at("days") instanceof JsonArray days) {
            for (JsonValue item : days.items()) {
                if (item instanceof JsonObject day) {
                    csv.append(number(usage, "appId")).append(',');
                    csv.append(text(day, "day")).append(',');
                    csv.append(text(day, "kind")).append(',');
                    csv.append(text(day, "tier")).append(',');
                    csv.append(number(day, "seconds")).append(LINE_END);
                }
            }
        }
        return csv.toString();
    }

    private static String text(JsonObject json, String name) {
        return json.at(name) instanceof JsonString text ? text.value() : "";
    }

    private static long number(JsonObject json, String name) {
        return json.at(name) instanceof JsonInteger number ? number.value() : 0;
    }
}

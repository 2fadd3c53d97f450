package io.freshet.conformance.client;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.json.JSONObject;

/// Standard output, one JSON object a line, from any thread.
final class JsonLines {
    private final PrintStream out;

    JsonLines(PrintStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    synchronized void write(JSONObject line) {
        out.println(line);
    }

    void callback(String name, JSONObject arguments) {
        write(new JSONObject().put("callback", name).put("arguments", arguments));
    }
}

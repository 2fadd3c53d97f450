package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import java.io.PrintWriter;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/// How an operation's answer is printed.
final class JsonOption {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// As it is, or as `text` puts it.
    void print(JsonObject answer, PrintWriter out, BiConsumer<AnswerFields, PrintWriter> text) {
        if (json) {
            out.println(JsonWriter.write(answer));
        } else {
            text.accept(new AnswerFields(answer), out);
        }
    }
}

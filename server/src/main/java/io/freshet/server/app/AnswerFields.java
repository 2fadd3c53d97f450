package io.freshet.server.app;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import java.util.List;
import java.util.stream.Stream;

/// The members of an operation's answer, for printing: what is missing is empty, 0 or false.
record AnswerFields(JsonObject json) {
    String text(String name) {
        return json.at(name) instanceof JsonString string ? string.value() : "";
    }

    long number(String name) {
        return json.at(name) instanceof JsonInteger integer ? integer.value() : 0;
    }

    boolean flag(String name) {
        return json.at(name) == JsonLiteral.TRUE;
    }

    /// The objects of a list.
    List<AnswerFields> objects(String name) {
        return json.at(name) instanceof JsonArray array
                ? array.items().stream()
                        .flatMap(it ->
                                it instanceof JsonObject object
                                        ? Stream.of(new AnswerFields(object))
                                        : Stream.empty())
                        .toList()
                : List.of();
    }

    /// The strings of a list.
    List<String> texts(String name) {
        return json.at(name) instanceof JsonArray array
                ? array.items().stream()
                        .flatMap(it ->
                                it instanceof JsonString string
                                        ? Stream.of(string.value())
                                        : Stream.empty())
                        .toList()
                : List.of();
    }
}

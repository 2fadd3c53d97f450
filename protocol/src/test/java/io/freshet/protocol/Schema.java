package io.freshet.protocol;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// As much of JSON Schema 2020-12 as the contract's schemas use. A keyword that it does not know is
/// an error, so that nothing is left unchecked.
final class Schema {

    static final Path DIRECTORY = Path.of("schema");

    private static final Set<String> COMMENTS =
            Set.of("$schema", "$defs", "title", "description", "properties");

    private final JsonObject root;
    private final JsonObject schema;

    private Schema(JsonObject root, JsonObject schema) {
        this.root = root;
        this.schema = schema;
    }

    static Schema of(String file) {
        JsonObject root = (JsonObject) Vectors.json(DIRECTORY.resolve(file));
        return new Schema(root, root);
    }

    /// A definition that several messages share.
    static Schema ofDefinition(String name) {
        return of("definitions.json").at("#/$defs/" + name);
    }

    Set<String> properties() {
        return ((JsonObject) schema.at("properties")).members().keySet();
    }

    List<String> required() {
        return texts(schema.at("required"));
    }

    /// What is wrong with the value, each with its path; empty if it is valid.
    List<String> problemsOf(JsonValue value) {
        List<String> problems = new ArrayList<>();
        check(value, "", problems);
        return problems;
    }

    private void check(JsonValue value, String path, List<String> problems) {
        for (Map.Entry<String, JsonValue> rule : schema.members().entrySet()) {
            if (!holds(rule.getKey(), rule.getValue(), value, path, problems)) {
                problems.add(path + " violates " + rule.getKey());
            }
        }
        if (value instanceof JsonObject object && schema.has("properties")) {
            ((JsonObject) schema.at("properties"))
                    .members()
                    .forEach((name, rule) -> {
                        if (object.members().containsKey(name)) {
                            sub(rule).check(object.at(name), path + "/" + name, problems);
                        }
                    });
        }
    }

    private boolean holds(
            String keyword, JsonValue rule, JsonValue value, String path, List<String> problems) {
        return switch (keyword) {
            case "type" ->
                    rule instanceof JsonArray any
                            ? texts(any).contains(typeOf(value))
                            : ((JsonString) rule).value().equals(typeOf(value));
            case "const" -> rule.equals(value);
            case "enum" -> ((JsonArray) rule).items().contains(value);
            case "minimum" -> !(value instanceof JsonInteger n) || n.value() >= number(rule);
            case "maximum" -> !(value instanceof JsonInteger n) || n.value() <= number(rule);
            case "maxLength" ->
                    !(value instanceof JsonString s)
                            || s.value().codePointCount(0, s.value().length()) <= number(rule);
            case "pattern" ->
                    !(value instanceof JsonString s)
                            || Pattern.compile(((JsonString) rule).value())
                                    .matcher(s.value())
                                    .find();
            case "maxItems" -> !(value instanceof JsonArray a) || a.items().size() <= number(rule);
            case "minItems" -> !(value instanceof JsonArray a) || a.items().size() >= number(rule);
            case "minProperties" ->
                    !(value instanceof JsonObject o) || o.members().size() >= number(rule);
            case "maxProperties" ->
                    !(value instanceof JsonObject o) || o.members().size() <= number(rule);
            case "propertyNames" ->
                    !(value instanceof JsonObject o)
                            || o.members().keySet().stream()
                                    .allMatch(name -> sub(rule).accepts(new JsonString(name)));
            case "additionalProperties" -> {
                if (value instanceof JsonObject object) {
                    checkAdditional(rule, object, path, problems);
                }
                yield true;
            }
            case "required" ->
                    !(value instanceof JsonObject object)
                            || object.members().keySet().containsAll(texts(rule));
            case "items" -> {
                if (value instanceof JsonArray array) {
                    for (JsonValue item : array.items()) {
                        sub(rule).check(item, path + "[]", problems);
                    }
                }
                yield true;
            }
            case "oneOf" ->
                    ((JsonArray) rule)
                                    .items().stream()
                                            .filter(choice -> sub(choice).accepts(value))
                                            .count()
                            == 1;
            case "$ref" -> {
                at(((JsonString) rule).value()).check(value, path, problems);
                yield true;
            }
            default -> {
                if (!COMMENTS.contains(keyword)) {
                    throw new AssertionError("unknown keyword " + keyword);
                }
                yield true;
            }
        };
    }

    private void checkAdditional(
            JsonValue rule, JsonObject object, String path, List<String> problems) {
        for (String name : object.members().keySet()) {
            if (schema.has("properties") && properties().contains(name)) {
                continue;
            }
            if (rule == JsonLiteral.FALSE) {
                problems.add(path + " must not have " + name);
            } else {
                sub(rule).check(object.at(name), path + "/" + name, problems);
            }
        }
    }

    private boolean accepts(JsonValue value) {
        return problemsOf(value).isEmpty();
    }

    private Schema sub(JsonValue rule) {
        return new Schema(root, (JsonObject) rule);
    }

    private Schema at(String reference) {
        int hash = reference.indexOf('#');
        if (hash > 0) {
            return of(reference.substring(0, hash)).at(reference.substring(hash));
        }
        JsonValue target = root;
        for (String step : reference.substring(2).split("/", -1)) {
            target = ((JsonObject) target).at(step);
        }
        return sub(target);
    }

    /// Unlike JSON Schema, and like the codec, 1.0 is no integer.
    private static String typeOf(JsonValue value) {
        return switch (value) {
            case JsonObject object -> "object";
            case JsonArray array -> "array";
            case JsonString string -> "string";
            case JsonInteger integer -> "integer";
            case JsonLiteral literal -> literal == JsonLiteral.NULL ? "null" : "boolean";
            default -> "number";
        };
    }

    private static long number(JsonValue value) {
        return ((JsonInteger) value).value();
    }

    private static List<String> texts(JsonValue array) {
        return ((JsonArray) array).items().stream().map(i -> ((JsonString) i).value()).toList();
    }
}

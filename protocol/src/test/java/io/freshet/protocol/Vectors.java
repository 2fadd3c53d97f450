package io.freshet.protocol;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The golden vectors, which are read by the tests of every language.
public final class Vectors {

    static final Path MESSAGES = Path.of("src/test/resources/vectors/messages");

    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(1 << 20, 32);

    private Vectors() {}

    /// The vector files of messages; the name of each is the messages' type.
    static List<Path> messageFiles() {
        return filesIn(MESSAGES);
    }

    static List<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String typeOf(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    /// The objects of a vector file, which is one array.
    static List<JsonObject> in(Path file) {
        return ((JsonArray) json(file)).items().stream().map(item -> (JsonObject) item).toList();
    }

    public static List<JsonObject> in(String name) {
        return in(Path.of("src/test/resources/vectors", name));
    }

    public static JsonObject object(String json) {
        try {
            return JsonReader.readObject(json, LIMITS);
        } catch (JsonException e) {
            throw new AssertionError(json, e);
        }
    }

    static JsonValue json(Path file) {
        try {
            return JsonReader.read(Files.readString(file), LIMITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }

    public static String text(JsonObject vector, String member) {
        return ((JsonString) vector.at(member)).value();
    }

    public static long number(JsonObject vector, String member) {
        return ((JsonInteger) vector.at(member)).value();
    }
}

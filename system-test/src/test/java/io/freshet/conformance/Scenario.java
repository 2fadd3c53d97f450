package io.freshet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;

/// One file of `conformance/scenarios`.
///
/// @param name path below that folder
/// @param clients their settings by name
/// @param compared callbacks of handlers that are compared
record Scenario(
        String name,
        String title,
        String server,
        JSONObject clients,
        Set<String> compared,
        List<JSONObject> steps) {

    Scenario {
        compared = Set.copyOf(compared);
        steps = List.copyOf(steps);
    }

    static Scenario read(Path file) throws IOException {
        JSONObject json = new JSONObject(Files.readString(file));
        Set<String> compared = new HashSet<>(Vocabulary.COMPARED);
        json.optJSONArray("watch", new JSONArray()).forEach(name -> compared.add((String) name));
        return new Scenario(
                directory().resolve("scenarios").relativize(file).toString(),
                json.getString("title"),
                json.optString("server", "standard"),
                json.getJSONObject("clients"),
                compared,
                objects(json.getJSONArray("steps")));
    }

    /// Whether it does something to its server that others would notice.
    boolean needsServerAlone() {
        return steps.stream().anyMatch(step -> step.has("server") || step.has("project"));
    }

    static List<JSONObject> objects(JSONArray array) {
        return IntStream.range(0, array.length()).mapToObj(array::getJSONObject).toList();
    }

    /// The folder `conformance`.
    static Path directory() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(Objects::nonNull)
                .map(parent -> parent.resolve("conformance"))
                .filter(folder -> Files.exists(folder.resolve("scenario.schema.json")))
                .findFirst()
                .orElseThrow();
    }

    /// The files of one of its folders, by name.
    static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(directory().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}

package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files that every SDK replays keep to their schemas.
class ConformanceFilesTest {
    private static final Path DIRECTORY = Path.of("../conformance");

    static List<Path> scenarios() {
        return filesBelow(DIRECTORY.resolve("scenarios"));
    }

    static List<Path> inputs() {
        return filesBelow(DIRECTORY.resolve("inputs"));
    }

    private static List<Path> filesBelow(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsOne(Path file) {
        keeps(file, "scenario.schema.json");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aTableOfInputsIsOne(Path file) {
        keeps(file, "inputs.schema.json");
    }

    @Test
    void noTwoSayTheSame() {
        assertThat(Stream.concat(scenarios().stream(), inputs().stream()))
                .extracting(file -> title(file))
                .doesNotHaveDuplicates();
    }

    private static String title(Path file) {
        return ((JsonString) ((JsonObject) Vectors.json(file)).at("title")).value();
    }

    private static void keeps(Path file, String schema) {
        assertThat(file.getFileName().toString()).matches("[a-z0-9-]+\\.json");
        assertThat(Schema.of("../" + DIRECTORY.resolve(schema)).problemsOf(Vectors.json(file)))
                .isEmpty();
    }
}

package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificationTest {

    @Test
    void describesEveryMessageWithItsFields() throws Exception {
        String text = read("signalling.md");
        List<Class<?>> records =
                Stream.of(
                                ClientMessage.class,
                                ServerMessage.class,
                                RoomEvent.class,
                                Answer.Result.class,
                                Answer.RoomState.class)
                        .<Class<?>>flatMap(union -> Stream.of(union.getPermittedSubclasses()))
                        .filter(Class::isRecord)
                        .toList();
        for (Class<?> record : records) {
            String name = record.getSimpleName();
            String wireName = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            assertThat(text).as("signalling.md").contains("`" + wireName + "`");
            String where = linesWith("`" + wireName + "`", text);
            Stream.of(record.getRecordComponents())
                    .map(component -> component.getName())
                    .filter(component -> !component.equals("id"))
                    .forEach(field -> assertThat(where).as(wireName).contains(field));
        }
    }

    @Test
    void namesEveryLimitWithItsValue() throws Exception {
        TreeMap<String, Long> documented = new TreeMap<>();
        Matcher rows =
                Pattern.compile("^\\|[^|]*\\| (\\d+)[^|]*\\| `([A-Z_]+)` \\|$", Pattern.MULTILINE)
                        .matcher(read("signalling.md"));
        while (rows.find()) {
            documented.put(rows.group(2), Long.valueOf(rows.group(1)));
        }

        TreeMap<String, Long> actual = new TreeMap<>();
        for (Field field : Limits.class.getDeclaredFields()) {
            if (!field.isSynthetic()) {
                actual.put(field.getName(), field.getLong(null));
            }
        }
        assertThat(documented).isEqualTo(actual);
    }

    @Test
    void namesEveryCapability() throws Exception {
        String text = read("signalling.md");
        for (Field field : Capabilities.class.getDeclaredFields()) {
            if (!field.isSynthetic()) {
                String capability = (String) field.get(null);
                assertThat(text).contains("| `" + capability + "` |");
                assertThat(capability).matches("[a-z]+(-[a-z]+)*");
            }
        }
    }

    @Test
    void listsEveryErrorCodeWithItsSentence() throws Exception {
        List<String> rows =
                read("error-codes.md")
                        .lines()
                        .filter(line -> line.matches("\\| 1\\d{6} \\| [A-Z].*"))
                        .toList();

        List<String> expected = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            if (!code.isSuccess()) {
                expected.add(
                        "| " + code.code() + " | " + code.name() + " | " + code.sentence() + " |");
            }
        }
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @Test
    void namesNoErrorCodeThatDoesNotExist() throws Exception {
        for (String file : List.of("signalling.md", "tokens.md", "error-codes.md")) {
            Matcher codes = Pattern.compile("\\b10[0-2]\\d{4}\\b").matcher(read(file));
            while (codes.find()) {
                assertThat(ErrorCode.of(Integer.parseInt(codes.group())))
                        .as(file + ": " + codes.group())
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalling.md", "tokens.md", "error-codes.md"})
    void linksAndFilesExist(String file) throws Exception {
        Matcher links =
                Pattern.compile("\\]\\(([^)#]+)\\)|`(\\.\\./[a-z/]+|vectors/[a-z-]+\\.json)`")
                        .matcher(read(file));
        while (links.find()) {
            String target = links.group(1) != null ? links.group(1) : links.group(2);
            Path base =
                    target.startsWith("vectors/") ? Path.of("src/test/resources") : Path.of("spec");
            assertThat(base.resolve(target).normalize()).as(file).exists();
        }
    }

    @Test
    void holdsTheReferenceProof() throws Exception {
        assertThat(read("tokens.md"))
                .contains(
                        AppSignProof.compute(
                                "0123456789abcdef".repeat(4), "Zm9vYmFyYmF6cXV4Cg", 1234567890));
    }

    private static String linesWith(String word, String text) {
        return String.join("\n", text.lines().filter(line -> line.contains(word)).toList());
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("spec", file));
    }
}

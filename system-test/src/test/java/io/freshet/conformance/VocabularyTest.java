package io.freshet.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page about scenarios, their schema, the runner and the API know the same words.
class VocabularyTest {
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final Pattern STEP = Pattern.compile("^\\| .*", Pattern.MULTILINE);
    private static final Pattern MEMBER = Pattern.compile("\"(\\$?\\w+)\":");

    private String page = "";
    private JSONObject schema = new JSONObject();

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Scenario.directory().resolve("README.md"));
        schema =
                new JSONObject(
                        Files.readString(Scenario.directory().resolve("scenario.schema.json")));
    }

    @Test
    void callbacksAreWhatThePageSays() {
        assertThat(wordsOf("| always compared |")).isEqualTo(Vocabulary.COMPARED);
        assertThat(wordsOf("| results, always compared |")).isEqualTo(Vocabulary.RESULTS);
        assertThat(wordsAfter("| compared if in `watch`")).isEqualTo(Vocabulary.WATCHABLE);
        assertThat(wordsAfter("| seen by `until` only")).isEqualTo(Vocabulary.ASIDE);
    }

    @Test
    void callbacksAreWhatTheSchemaAllows() {
        Set<String> all = new HashSet<>(Vocabulary.COMPARED);
        all.addAll(Vocabulary.RESULTS);
        all.addAll(Vocabulary.WATCHABLE);
        all.addAll(Vocabulary.ASIDE);

        assertThat(definition("callback").getJSONObject("properties").keySet()).isEqualTo(all);
        assertThat(enumOf(schema.getJSONObject("properties").getJSONObject("watch")))
                .isEqualTo(Vocabulary.WATCHABLE);
    }

    @Test
    void methodsAreWhatPageAndSchemaSay() {
        String methods = page.substring(page.indexOf("\nMethods: "), page.indexOf("### Callbacks"));

        assertThat(words(methods))
                .isEqualTo(definition("call").getJSONObject("properties").keySet());
    }

    @Test
    void stepsAreWhatPageAndSchemaSay() {
        Set<String> members = new TreeSet<>();
        for (Object step : definition("step").getJSONArray("oneOf")) {
            members.addAll(((JSONObject) step).getJSONObject("properties").keySet());
        }
        String section =
                page.substring(page.indexOf("### Steps"), page.indexOf("The network of a client"));
        Set<String> onPage = new TreeSet<>();
        Matcher rows = STEP.matcher(section);
        while (rows.find()) {
            Matcher member =
                    Pattern.compile("`\\{?\"(\\w+)\":|, \"(\\w+)\":").matcher(rows.group());
            while (member.find()) {
                onPage.add(member.group(1) == null ? member.group(2) : member.group(1));
            }
        }

        assertThat(onPage).containsAll(members);
    }

    @Test
    void valuesAreWhatThePageSays() {
        Set<String> onPage = new HashSet<>();
        Matcher members = MEMBER.matcher(page.substring(page.indexOf("### Values")));
        while (members.find()) {
            if (members.group(1).startsWith("$")) {
                onPage.add(members.group(1));
            }
        }
        Set<String> all = new HashSet<>(Vocabulary.STAND_INS);
        all.addAll(Vocabulary.MATCHERS);

        assertThat(onPage).isEqualTo(all);
    }

    @Test
    void aWordThatIsNotKnownIsNoValue() {
        Values values = new Values("run", token -> "");

        assertThatIllegalStateException()
                .isThrownBy(() -> values.matches(new JSONObject().put("$other", 1), 1));
    }

    @Test
    void theApiHasThem() {
        Set<String> api =
                Stream.of(ZegoExpressEngine.class, IZegoEventHandler.class)
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .map(Method::getName)
                        .collect(Collectors.toSet());

        assertThat(api).containsAll(definition("call").getJSONObject("properties").keySet());
        assertThat(api).containsAll(Vocabulary.COMPARED).containsAll(Vocabulary.WATCHABLE);
    }

    private JSONObject definition(String name) {
        return schema.getJSONObject("$defs").getJSONObject(name);
    }

    private static Set<String> enumOf(JSONObject array) {
        return array.getJSONObject("items").getJSONArray("enum").toList().stream()
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    /// The words of the row that begins so.
    private Set<String> wordsOf(String rowBegins) {
        return words(rowAfter(rowBegins));
    }

    private Set<String> wordsAfter(String rowBegins) {
        String row = rowAfter(rowBegins);
        return words(row.substring(row.indexOf('|') + 1));
    }

    private String rowAfter(String rowBegins) {
        int begin = page.indexOf(rowBegins);
        assertThat(begin).as(rowBegins).isNotNegative();
        int from = begin + rowBegins.length();
        return page.substring(from, page.indexOf('\n', from));
    }

    private static Set<String> words(String text) {
        Matcher words = WORD.matcher(text);
        Set<String> found = new HashSet<>();
        while (words.find()) {
            found.add(words.group(1));
        }
        return found;
    }
}

package io.freshet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A comparison that lets too much pass would make every scenario worthless.
class ValuesTest {
    private final Values values = new Values("abc", token -> "04" + token.getString("userID"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1                               | 1
                    1                               | 1.0
                    {}                              | {"a": 1}
                    {"a": {"b": 1}}                 | {"a": {"b": 1, "c": 2}, "d": 3}
                    [{"a": 1}, 2]                   | [{"a": 1, "b": 2}, 2]
                    {"$unordered": [1, {"a": 2}]}   | [{"a": 2, "b": 3}, 1]
                    {"$any": true}                  | ""
                    {"$notEmpty": true}             | "x"
                    {"$atLeast": 2}                 | 2
                    {"a": {"$absent": true}}        | {"b": 1}
                    {"$not": 1}                     | 2
                    null                            | null
                    """)
    void same(String expected, String actual) {
        assertThat(matches(expected, actual)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1                               | 2
                    1                               | "1"
                    true                            | false
                    {"a": 1}                        | {}
                    {"a": 1}                        | {"a": null}
                    {"a": {"b": 1}}                 | {"a": {"b": 2}}
                    []                              | [1]
                    [1, 2]                          | [2, 1]
                    [1]                             | [1, 1]
                    {"$unordered": [1, 1]}          | [1, 2]
                    {"$unordered": [1]}             | [1, 1]
                    {"$unordered": [1, 2]}          | [1]
                    {"$any": true}                  | null
                    {"$notEmpty": true}             | ""
                    {"$atLeast": 2}                 | 1
                    {"a": {"$absent": true}}        | {"a": 1}
                    {"$not": {"a": 1}}              | {"a": 1, "b": 2}
                    """)
    void different(String expected, String actual) {
        assertThat(matches(expected, actual)).isFalse();
    }

    private boolean matches(String expected, String actual) {
        return values.matches(json(expected), json(actual));
    }

    private static Object json(String text) {
        return new JSONArray("[" + text + "]").get(0);
    }

    @Test
    void whatWasSavedIsComparedLater() {
        assertThat(matches("{\"a\": {\"$save\": \"id\"}}", "{\"a\": 7}")).isTrue();

        assertThat(matches("{\"$saved\": \"id\"}", "7")).isTrue();
        assertThat(matches("{\"$saved\": \"id\"}", "8")).isFalse();
        assertThat(matches("{\"$not\": {\"$saved\": \"id\"}}", "8")).isTrue();
    }

    @Test
    void standInsAreReplacedWhereverTheyAre() {
        JSONObject resolved =
                values.resolve(
                        new JSONObject(
                                """
                                {"room": "r-${run}", "long": {"$repeat": "ab", "times": 3},
                                 "list": [{"bytes": {"$base64": {"$repeat": "x", "times": 3}}}],
                                 "token": {"$token": {"userID": "u-${run}"}}, "users": {"$users": 2}}
                                """));

        assertThat(
                        resolved.similar(
                                new JSONObject(
                                        """
                                        {"room": "r-abc", "long": "ababab", "list": [{"bytes": "eHh4"}], "token": "04u-abc",
                                         "users": [{"userID": "user-1", "userName": ""}, {"userID": "user-2", "userName": ""}]}
                                        """)))
                .as(resolved.toString())
                .isTrue();
    }
}

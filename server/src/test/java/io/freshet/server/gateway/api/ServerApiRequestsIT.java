package io.freshet.server.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.gateway.GatewayFixture;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Good and bad requests of every action over HTTP, as `requests.txt` lists them.
class ServerApiRequestsIT {
    /// Given by [ServerApiIT], [ForbidApiIT] and [ApiSignatureTest], which can bring them about.
    private static final Set<Integer> NOT_IN_THE_TABLE =
            Set.of(
                    ApiCode.STREAM_NOT_SET,
                    ApiCode.APP_RATE,
                    ApiCode.ROOM_RATE,
                    ApiCode.NO_CONFIGURATION,
                    ApiCode.INTERNAL,
                    ApiCode.TOO_MANY_RULES,
                    ApiCode.STREAM_NOT_FORBIDDEN,
                    ApiCode.STREAM_NOT_RESUMED,
                    ApiCode.STREAMS_NOT_FORBIDDEN,
                    ApiCode.STREAMS_NOT_RESUMED,
                    ApiCode.NO_SUCH_USER);

    private static final Pattern LETTERS = Pattern.compile("\\{([0-9]+)}");

    record Row(String action, String parameters, int code, String part) {
        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(4);
            return new Row(
                    cells.get(0),
                    LETTERS.matcher(cells.get(1)).replaceAll(Row::letters),
                    Integer.parseInt(cells.get(2)),
                    cells.get(3));
        }

        private static String letters(MatchResult count) {
            return "x".repeat(Integer.parseInt(count.group(1)));
        }

        @Override
        public String toString() {
            return action
                    + " "
                    + parameters.substring(0, Math.min(parameters.length(), 100))
                    + " -> "
                    + code;
        }
    }

    static List<Row> rows() throws Exception {
        try (InputStream file =
                Objects.requireNonNull(
                        ServerApiRequestsIT.class.getResourceAsStream("requests.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAnsweredSo(Row row) throws Exception {
        try (var server = new GatewayFixture()) {
            var backend = new Backend(server);
            try (var _ = backend.loggedIn("u1")) {
                backend.publish("host", "s1");
                Map<String, String> signed = backend.signed(row.action);
                String rest =
                        Stream.of(row.parameters.split("&", -1))
                                .filter(it -> !replaces(signed, it))
                                .collect(Collectors.joining("&"));
                assertThat(backend.get(signed, rest))
                        .startsWith("{\"Code\":" + row.code + ",\"Message\":\"")
                        .contains(row.part)
                        .contains(row.code == 0 ? "\"Data\":{" : "\"Data\":{}}");
            }
        }
    }

    private static boolean replaces(Map<String, String> signed, String parameter) {
        int equals = parameter.indexOf('=');
        String name = parameter.substring(0, Math.max(equals, 0));
        if (!signed.containsKey(name)) {
            return false;
        }
        String value = parameter.substring(equals + 1);
        if (value.equals("-")) {
            signed.remove(name);
        } else {
            signed.put(name, value);
        }
        return true;
    }

    @Test
    void everyActionHasAGoodAndABadRequestAndEveryCodeItsOwn() throws Exception {
        Set<String> good = new HashSet<>();
        Set<String> bad = new HashSet<>();
        Set<Integer> codes = new HashSet<>();
        for (Row row : rows()) {
            (row.code == 0 ? good : bad).add(row.action);
            codes.add(row.code);
        }
        try (var server = new GatewayFixture()) {
            Set<String> actions = new ApiActions(server.control.operations()).byName().keySet();
            good.add("DelForbidUserRule"); // Needs another request before it: ForbidApiIT.
            assertThat(good).containsAll(actions);
            assertThat(bad).containsAll(actions);
        }
        for (Field field : ApiCode.class.getDeclaredFields()) {
            if (field.getType() == int.class) {
                int code = field.getInt(null);
                assertThat(codes.contains(code) || NOT_IN_THE_TABLE.contains(code))
                        .as("%s is in requests.txt", field.getName())
                        .isTrue();
            }
        }
    }
}

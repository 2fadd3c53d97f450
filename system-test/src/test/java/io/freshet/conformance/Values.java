package io.freshet.conformance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// The values of one run of a scenario: what stands for something else is replaced, what is
/// expected is compared.
final class Values {
    private final String run;
    private final Function<JSONObject, String> tokens;
    private final Map<String, Object> saved = new HashMap<>();

    /// @param run what `${run}` stands for
    /// @param tokens makes a token as it is described
    Values(String run, Function<JSONObject, String> tokens) {
        this.run = run;
        this.tokens = tokens;
    }

    JSONObject resolve(JSONObject written) {
        return (JSONObject) resolve((Object) written);
    }

    /// The value with everything in it replaced that stands for something; matchers stay.
    Object resolve(Object written) {
        if (written instanceof String text) {
            return text.replace("${run}", run);
        } else if (written instanceof JSONArray array) {
            JSONArray resolved = new JSONArray();
            array.forEach(item -> resolved.put(resolve(item)));
            return resolved;
        } else if (written instanceof JSONObject object) {
            return generated(object);
        }
        return written;
    }

    private Object generated(JSONObject object) {
        if (object.has("$repeat")) {
            return object.getString("$repeat").repeat(object.getInt("times"));
        } else if (object.has("$base64")) {
            String text = (String) resolve(object.get("$base64"));
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        } else if (object.has("$users")) {
            JSONArray users = new JSONArray();
            for (int i = 1; i <= object.getInt("$users"); i++) {
                users.put(new JSONObject().put("userID", "user-" + i).put("userName", ""));
            }
            return users;
        } else if (object.has("$token")) {
            return tokens.apply(resolve(object.getJSONObject("$token")));
        }
        JSONObject resolved = new JSONObject();
        for (String name : object.keySet()) {
            resolved.put(name, resolve(object.get(name)));
        }
        return resolved;
    }

    /// Whether what came is what was expected.
    ///
    /// @param expected resolved
    /// @param actual null for what is not there
    boolean matches(Object expected, @Nullable Object actual) {
        if (expected instanceof JSONObject object
                && object.keySet().stream().anyMatch(this::rule)) {
            return holds(object, actual);
        } else if (actual == null) {
            return false;
        } else if (expected instanceof JSONObject object) {
            return actual instanceof JSONObject other
                    && object.keySet().stream()
                            .allMatch(name -> matches(object.get(name), other.opt(name)));
        } else if (expected instanceof JSONArray array) {
            return actual instanceof JSONArray other && sameInOrder(array, other);
        } else if (expected instanceof Number number) {
            return actual instanceof Number other && decimal(number).compareTo(decimal(other)) == 0;
        }
        return expected.equals(actual);
    }

    private boolean rule(String name) {
        return name.startsWith("$");
    }

    private boolean holds(JSONObject matcher, @Nullable Object actual) {
        String rule = matcher.keys().next();
        Object value = matcher.get(rule);
        return switch (rule) {
            case "$any" -> !JSONObject.NULL.equals(actual);
            case "$atLeast" ->
                    actual instanceof Number number
                            && decimal(number).compareTo(decimal((Number) value)) >= 0;
            case "$notEmpty" -> actual instanceof String text && !text.isEmpty();
            case "$absent" -> actual == null;
            case "$not" -> actual != null && !matches(value, actual);
            case "$save" -> actual != null && save((String) value, actual);
            case "$saved" -> matches(savedAs((String) value), actual);
            case "$unordered" ->
                    actual instanceof JSONArray other
                            && sameInAnyOrder(items((JSONArray) value), items(other));
            default -> throw new IllegalStateException("unknown matcher " + rule);
        };
    }

    private boolean save(String name, Object value) {
        saved.put(name, value);
        return true;
    }

    private Object savedAs(String name) {
        Object value = saved.get(name);
        if (value == null) {
            throw new IllegalStateException("nothing was saved as " + name);
        }
        return value;
    }

    private boolean sameInOrder(JSONArray expected, JSONArray actual) {
        if (expected.length() != actual.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (!matches(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameInAnyOrder(List<Object> expected, List<Object> actual) {
        List<Object> left = new ArrayList<>(actual);
        for (Object one : expected) {
            if (!left.removeIf(new FirstMatch(one)::test)) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private static List<Object> items(JSONArray array) {
        List<Object> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    /// True for the first item that matches only.
    private final class FirstMatch {
        private final Object expected;
        private boolean found;

        FirstMatch(Object expected) {
            this.expected = expected;
        }

        boolean test(Object item) {
            boolean first = !found && matches(expected, item);
            found |= first;
            return first;
        }
    }
}

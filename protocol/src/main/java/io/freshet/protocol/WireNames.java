package io.freshet.protocol;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The words that stand for an enum's constants in JSON: `REPEATED_LOGIN` is `repeatedLogin`.
final class WireNames<E extends Enum<E>> {

    private final Map<String, E> byWord = new LinkedHashMap<>();

    WireNames(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            byWord.put(word(constant), constant);
        }
    }

    Optional<E> find(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    Collection<String> all() {
        return byWord.keySet();
    }

    static String word(Enum<?> constant) {
        String name = constant.name();
        StringBuilder word = new StringBuilder(name.length());
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                word.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return word.toString();
    }
}

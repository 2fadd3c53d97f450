package io.freshet.media.sdp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Small pieces of SDP grammar.
final class SdpText {
    private SdpText() {}

    /// A decimal number without sign, `otherwise` when it is none or outside `min` to `max`.
    static int number(String text, int min, int max, int otherwise) {
        return (int) number(text, (long) min, max, otherwise);
    }

    static long number(String text, long min, long max, long otherwise) {
        if (text.isEmpty() || text.length() > 12) {
            return otherwise;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return otherwise;
            }
            value = value * 10 + (digit - '0');
        }
        return value < min || value > max ? otherwise : value;
    }

    /// A token of RFC 8866 §9 with at most `maxLength` characters.
    static boolean isToken(String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || "\"(),/:;<=>?@[\\]".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// What stands before the first `separator`; all when there is none.
    static String before(String text, char separator) {
        int at = text.indexOf(separator);
        return at < 0 ? text : text.substring(0, at);
    }

    /// What stands after the first `separator`; empty when there is none.
    static String after(String text, char separator) {
        int at = text.indexOf(separator);
        return at < 0 ? "" : text.substring(at + 1);
    }

    /// Format parameters `a=1;b=2`; the first of a name counts.
    static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            String trimmed = part.strip();
            if (!trimmed.isEmpty()) {
                parameters.putIfAbsent(
                        before(trimmed, '=').strip().toLowerCase(Locale.ROOT),
                        after(trimmed, '=').strip());
            }
        }
        return Collections.unmodifiableMap(parameters);
    }
}

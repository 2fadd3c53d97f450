package io.freshet.conformance;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// Words that keep the rooms, users and streams of one run apart from those of all others.
final class RunWords {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}

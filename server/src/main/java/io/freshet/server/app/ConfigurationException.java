package io.freshet.server.app;

import java.util.List;

/// The configuration cannot be used; each problem is one line with its place, as in
/// `freshet.yaml:12: unknown key "http.prot"; did you mean "http.port"?`.
final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}

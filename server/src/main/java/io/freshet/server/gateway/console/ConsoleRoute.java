package io.freshet.server.gateway.console;

import io.freshet.server.console.Administration.RefusedException;
import io.helidon.http.Method;
import java.util.List;
import java.util.regex.Pattern;

/// One route under `/console/api`.
///
/// @param path with names in braces, as OpenAPI has them
/// @param open needs no session
record ConsoleRoute(Method method, String path, boolean open, Handler handler) {
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    /// Answers a call.
    @FunctionalInterface
    interface Handler {
        /// Does what was asked; the JSON of the answer, empty if it has been sent.
        String handle(ConsoleCall call) throws ConsoleRefusal, RefusedException;
    }

    static ConsoleRoute open(Method method, String path, Handler handler) {
        return new ConsoleRoute(method, path, true, handler);
    }

    static ConsoleRoute of(Method method, String path, Handler handler) {
        return new ConsoleRoute(method, path, false, handler);
    }

    boolean changes() {
        return !method.equals(Method.GET);
    }

    /// The names in the path.
    List<String> names() {
        return NAME.matcher(path).results().map(match -> match.group(1)).toList();
    }
}

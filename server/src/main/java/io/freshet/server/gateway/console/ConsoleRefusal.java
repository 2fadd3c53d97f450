package io.freshet.server.gateway.console;

import io.helidon.http.Status;

/// Why a request to the console is refused; the message is a sentence for the operator.
final class ConsoleRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final String field;

    /// @param field the member of the request that it is about; may be empty
    ConsoleRefusal(Status status, String field, String message) {
        super(message);
        this.status = status;
        this.field = field;
    }

    static ConsoleRefusal invalid(String field, String message) {
        return new ConsoleRefusal(Status.BAD_REQUEST_400, field, message);
    }

    static ConsoleRefusal unauthorized(String field, String message) {
        return new ConsoleRefusal(Status.UNAUTHORIZED_401, field, message);
    }

    static ConsoleRefusal forbidden(String message) {
        return new ConsoleRefusal(Status.FORBIDDEN_403, "", message);
    }

    static ConsoleRefusal tooMany(String message) {
        return new ConsoleRefusal(Status.TOO_MANY_REQUESTS_429, "", message);
    }

    Status status() {
        return status;
    }

    String field() {
        return field;
    }
}

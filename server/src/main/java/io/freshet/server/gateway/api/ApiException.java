package io.freshet.server.gateway.api;

/// A request of a backend is refused: a return code of the server API and a sentence.
final class ApiException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    ApiException(int code, String sentence) {
        // Refusals are ordinary outcomes: no stack trace.
        super(sentence, null, false, false);
        this.code = code;
    }

    static ApiException noSuchRoom() {
        return new ApiException(ApiCode.NO_SUCH_ROOM, "The room does not exist.");
    }

    int code() {
        return code;
    }
}

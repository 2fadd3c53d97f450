package io.freshet.server.gateway.http;

import io.freshet.protocol.json.JsonWriter;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/// The forms every answer shares: errors are JSON `{"code": ..., "message": "..."}`, never a stack
/// trace; every answer carries the security headers.
public final class Replies {
    public static final String JSON = "application/json";

    private static final HeaderName CONTENT_TYPE_OPTIONS =
            HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");
    private static final HeaderName FRAME_OPTIONS = HeaderNames.create("X-Frame-Options");
    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private Replies() {}

    public static void secure(ServerResponseHeaders headers) {
        headers.set(HeaderValues.create(CONTENT_TYPE_OPTIONS, "nosniff"));
        headers.set(HeaderValues.create(REFERRER_POLICY, "no-referrer"));
        headers.set(HeaderValues.create(FRAME_OPTIONS, "DENY"));
    }

    public static String errorBody(int code, String message) {
        return new JsonWriter()
                .beginObject()
                .member("code", code)
                .member("message", message)
                .endObject()
                .toString();
    }

    /// `code` is one of the protocol's error codes.
    public static void error(ServerResponse response, Status status, int code, String message) {
        json(response, status, errorBody(code, message));
    }

    public static void json(ServerResponse response, Status status, String body) {
        text(response, status, JSON, body);
    }

    public static void text(
            ServerResponse response, Status status, String contentType, String body) {
        response.status(status);
        response.headers().set(HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType));
        response.headers().setIfAbsent(NO_STORE);
        response.send(body.getBytes(StandardCharsets.UTF_8));
    }

    /// Answers to requests that reach no route: unreadable, too large, or met by a fault of ours.
    public static DirectHandlers directHandlers() {
        var handlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, Replies::direct);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse direct(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        secure(headers);
        headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, JSON));
        String sentence =
                switch (event) {
                    case BAD_REQUEST -> "The request is not valid HTTP.";
                    case PAYLOAD_TOO_LARGE -> "The request body is too large.";
                    case FORBIDDEN -> "The request is not allowed from here.";
                    case HTTP_VERSION_NOT_SUPPORTED -> "Use HTTP/1.1.";
                    case INTERNAL_ERROR -> "The server failed to answer; its log says why.";
                    case OTHER -> status.reasonPhrase() + ".";
                };
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .entity(errorBody(ILLEGAL_PARAMETER, sentence))
                .keepAlive(event.keepAlive())
                .build();
    }

    /// `ErrorCode.COMMON_ILLEGAL_PARAM`.
    public static final int ILLEGAL_PARAMETER = 1000017;
}

package io.freshet.server.gateway;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/// Lets pages of every origin use WHIP, WHEP and room lists: what authorises is the token, which no
/// browser attaches on its own.
final class Cors {
    private static final Header ANY_ORIGIN =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    private static final Header EXPOSED =
            HeaderValues.createCached(
                    HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Location, ETag, WWW-Authenticate");
    private static final Header ALLOWED_HEADERS =
            HeaderValues.createCached(
                    HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                    "Authorization, Content-Type, If-Match");
    private static final Header ONE_DAY =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400");

    private Cors() {}

    static void allow(ServerResponse response) {
        response.headers().set(ANY_ORIGIN);
        response.headers().set(EXPOSED);
    }

    /// Answers a preflight request, and any other OPTIONS.
    static void preflight(ServerResponse response, String methods) {
        allow(response);
        response.headers().set(ALLOWED_HEADERS);
        response.headers().set(ONE_DAY);
        response.headers()
                .set(HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods));
        response.headers().set(HeaderValues.create(HeaderNames.ALLOW, methods));
        response.status(Status.NO_CONTENT_204).send();
    }
}

package io.freshet.server.gateway;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// `Authorization: Bearer <token>`, RFC 6750 §2.1.
final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    static Optional<String> token(Headers headers) {
        return headers.value(HeaderNames.AUTHORIZATION)
                .map(String::strip)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    /// RFC 6750 §3: without a token no error is named.
    static void challenge(ServerResponse response, boolean tokenGiven) {
        String error = tokenGiven ? ", error=\"invalid_token\"" : "";
        response.headers()
                .set(
                        HeaderValues.create(
                                HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"freshet\"" + error));
    }
}

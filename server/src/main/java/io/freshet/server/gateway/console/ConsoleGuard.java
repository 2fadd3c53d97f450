package io.freshet.server.gateway.console;

import io.freshet.server.console.ConsoleSessions;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Who asks, and whether a page of ours made the browser ask.
///
/// The cookie is not sent from foreign sites (SameSite=Strict), cannot be read by scripts
/// (HttpOnly), and is of no use for a change without the session's CSRF token in a header, which
/// only a page of this origin can set.
final class ConsoleGuard {
    static final String COOKIE = "freshet_console";
    static final HeaderName CSRF_TOKEN = HeaderNames.create("X-CSRF-Token");

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
    private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");
    private static final String PATH = "/console";

    private ConsoleGuard() {}

    static String cookie(ServerRequest request) {
        return request.headers().cookies().first(COOKIE).orElse("");
    }

    static String sessionCookie(ServerRequest request, String value, Duration lifetime) {
        return SetCookie.builder(COOKIE, value)
                        .path(PATH)
                        .httpOnly(true)
                        .secure(isSecure(request))
                        .sameSite(SetCookie.SameSite.STRICT)
                        .build()
                        .text()
                // The builder leaves 0 out, which would keep the cookie until the browser ends.
                + "; Max-Age="
                + lifetime.toSeconds();
    }

    /// What takes the cookie away again.
    static String noCookie(ServerRequest request) {
        return sessionCookie(request, "", Duration.ZERO);
    }

    /// A change needs the session's token.
    static boolean hasToken(ServerRequest request, ConsoleSessions.Session session) {
        return session.isCsrfToken(request.headers().value(CSRF_TOKEN).orElse(""));
    }

    /// Browsers say where a request comes from; what is no browser need not.
    static void requireOwnOrigin(ServerRequest request) throws ConsoleRefusal {
        ServerRequestHeaders headers = request.headers();
        String site = headers.value(FETCH_SITE).orElse("same-origin");
        boolean foreign = !site.equals("same-origin") && !site.equals("none");
        Optional<String> origin = headers.value(HeaderNames.ORIGIN);
        if (foreign || (origin.isPresent() && !isOwn(origin.get(), request))) {
            throw ConsoleRefusal.forbidden("Changes are accepted from the console's own page.");
        }
    }

    private static boolean isOwn(String origin, ServerRequest request) {
        int scheme = origin.indexOf("://");
        if (scheme < 0) {
            return false; // "null", of a page without an origin
        }
        String authority = origin.substring(scheme + "://".length()).toLowerCase(Locale.ROOT);
        return authority.equals(request.authority().toLowerCase(Locale.ROOT))
                || request.headers()
                        .value(FORWARDED_HOST)
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .filter(authority::equals)
                        .isPresent();
    }

    private static boolean isSecure(ServerRequest request) {
        return request.isSecure()
                || request.headers()
                        .value(FORWARDED_PROTO)
                        .filter("https"::equalsIgnoreCase)
                        .isPresent();
    }
}

package io.freshet.server.gateway;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// The page at `/` on which a browser publishes its camera and plays a room's streams: three files
/// of the class path, kept in memory.
final class WebPage implements HttpService {
    /// Nothing from elsewhere, nothing inline. `connect-src` allows WHIP and WHEP on this server.
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self' blob:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> FILES =
            Map.of(
                    "index.html", "text/html; charset=utf-8",
                    "app.js", "text/javascript; charset=utf-8",
                    "words.js", "text/javascript; charset=utf-8",
                    "session.js", "text/javascript; charset=utf-8",
                    "stats.js", "text/javascript; charset=utf-8",
                    "style.css", "text/css; charset=utf-8",
                    "icon.svg", "image/svg+xml");

    private static final class StoredFile {
        private final byte[] content;
        private final String contentType;
        private final String etag;

        private StoredFile(byte[] content, String contentType) {
            this.content = content;
            this.contentType = contentType;
            this.etag = '"' + digest(content) + '"';
        }
    }

    private final Map<String, StoredFile> files = new LinkedHashMap<>();

    WebPage() {
        FILES.forEach((name, type) -> files.put(name, new StoredFile(read(name), type)));
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", (request, response) -> send(request, response, "index.html"));
        for (String name : FILES.keySet()) {
            rules.get("/" + name, (request, response) -> send(request, response, name));
        }
        rules.get("/favicon.ico", (request, response) -> send(request, response, "icon.svg"));
    }

    private void send(ServerRequest request, ServerResponse response, String name) {
        StoredFile file = files.get(name);
        if (file == null) {
            throw new IllegalStateException("no such page file: " + name);
        }
        var headers = response.headers();
        headers.set(HeaderValues.create("Content-Security-Policy", CONTENT_SECURITY_POLICY));
        headers.set(
                HeaderValues.create(
                        "Permissions-Policy",
                        "camera=(self), microphone=(self), display-capture=(self)"));
        headers.set(HeaderValues.create(HeaderNames.ETAG, file.etag));
        headers.set(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-cache"));
        boolean known =
                request.headers()
                        .value(HeaderNames.IF_NONE_MATCH)
                        .filter(file.etag::equals)
                        .isPresent();
        if (known) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, file.contentType));
        response.send(file.content);
    }

    private static byte[] read(String name) {
        try (var stream = WebPage.class.getResourceAsStream("/web/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the page's " + name + " is not in the build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

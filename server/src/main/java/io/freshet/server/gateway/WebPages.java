package io.freshet.server.gateway;

import io.freshet.server.gateway.http.Replies;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages for browsers, as their build left them on the class path: the live page at `/`, the
/// operator's console at `/console/`. Their files are kept in memory; there are few.
final class WebPages implements HttpService {
    /// Nothing from elsewhere, nothing inline. `connect-src` allows the signalling on this server:
    /// 'self' includes its WebSocket (CSP Level 3, §6.7.2.8).
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " media-src 'self' blob:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final HeaderName PERMISSIONS_POLICY = HeaderNames.create("Permissions-Policy");

    /// Names in this folder hold a hash of what is in the file.
    private static final String HASHED = "assets/";

    /// A page, the folder of the class path it is in, and what it may ask the browser for.
    private enum Page {
        LIVE(
                "",
                "/web/live/",
                "camera=(self), microphone=(self), display-capture=(self), clipboard-write=(self)"),
        CONSOLE(
                "/console",
                "/web/console/",
                "camera=(), microphone=(), display-capture=(), clipboard-write=(self)");

        private final String path;
        private final String folder;
        private final String permissions;

        Page(String path, String folder, String permissions) {
            this.path = path;
            this.folder = folder;
            this.permissions = permissions;
        }
    }

    private final Map<Page, Map<String, WebFile>> files = new LinkedHashMap<>();

    WebPages() {
        for (Page page : Page.values()) {
            var pageFiles = new LinkedHashMap<String, WebFile>();
            for (String name : names(page)) {
                pageFiles.put(name, WebFile.of(name, read(page.folder + name)));
            }
            files.put(page, pageFiles);
        }
    }

    @Override
    public void routing(HttpRules rules) {
        // Addresses in the page are relative: without the slash they would lead to another page.
        rules.get(
                "/console",
                (request, response) -> {
                    if (request.path().rawPath().endsWith("/")) {
                        send(request, response, Page.CONSOLE, "index.html");
                    } else {
                        response.status(Status.PERMANENT_REDIRECT_308)
                                .header(HeaderNames.LOCATION, "console/")
                                .send();
                    }
                });
        files.forEach((page, pageFiles) -> {
            rules.get(
                    page.path + "/",
                    (request, response) -> send(request, response, page, "index.html"));
            for (String name : pageFiles.keySet()) {
                rules.get(
                        page.path + "/" + name,
                        (request, response) -> send(request, response, page, name));
            }
        });
        rules.get(
                "/favicon.ico",
                (request, response) -> send(request, response, Page.LIVE, "icon.svg"));
    }

    private void send(ServerRequest request, ServerResponse response, Page page, String name) {
        WebFile file = files.getOrDefault(page, Map.of()).get(name);
        if (file == null) {
            Replies.error(
                    response,
                    Status.NOT_FOUND_404,
                    Replies.ILLEGAL_PARAMETER,
                    "The pages are not part of this build. ./freshet up builds them.");
            return;
        }
        var headers = response.headers();
        headers.set(HeaderValues.create("Content-Security-Policy", CONTENT_SECURITY_POLICY));
        headers.set(HeaderValues.create(PERMISSIONS_POLICY, page.permissions));
        headers.set(HeaderValues.create(HeaderNames.ETAG, file.etag()));
        headers.set(HeaderValues.create(HeaderNames.VARY, "Accept-Encoding"));
        headers.set(
                HeaderValues.create(
                        HeaderNames.CACHE_CONTROL,
                        name.startsWith(HASHED) ? "max-age=31536000, immutable" : "no-cache"));
        boolean known =
                request.headers()
                        .value(HeaderNames.IF_NONE_MATCH)
                        .filter(file.etag()::equals)
                        .isPresent();
        if (known) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, file.contentType()));
        if (file.isSmallerCompressed() && acceptsGzip(request)) {
            headers.set(HeaderValues.create(HeaderNames.CONTENT_ENCODING, "gzip"));
            response.send(file.compressed());
        } else {
            response.send(file.content());
        }
    }

    private static boolean acceptsGzip(ServerRequest request) {
        return request.headers()
                .value(HeaderNames.ACCEPT_ENCODING)
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
    }

    /// What the build listed; nothing when the server was built without its pages, as by Maven
    /// alone.
    private static List<String> names(Page page) {
        byte[] list = readIfThere(page.folder + "files.txt");
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static byte[] read(String resource) {
        byte[] content = readIfThere(resource);
        if (content.length == 0) {
            throw new IllegalStateException(resource + " is listed, but not in the build");
        }
        return content;
    }

    private static byte[] readIfThere(String resource) {
        try (var stream = WebPages.class.getResourceAsStream(resource)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

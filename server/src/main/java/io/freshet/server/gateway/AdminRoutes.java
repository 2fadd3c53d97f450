package io.freshet.server.gateway;

import io.freshet.protocol.json.JsonException;
import io.freshet.server.console.Actor;
import io.freshet.server.console.Administration;
import io.freshet.server.gateway.http.Replies;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// What the command line asks of the running server. Only from this machine, only with the key of
/// the data directory; for everybody else the path does not exist.
final class AdminRoutes implements HttpService {
    private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
    private static final int MAX_BODY_BYTES = 16 * 1024;

    private final byte[] key;
    private final Administration administration;

    AdminRoutes(String key, Administration administration) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.administration = administration;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(
                AdminMessages.TOKENS,
                (request, response) -> serve(request, response, this::issueToken));
        rules.post(
                AdminMessages.OPERATIONS + "{operation}",
                (request, response) -> {
                    String operation = request.path().pathParameters().get("operation");
                    serve(
                            request,
                            response,
                            body ->
                                    administration.perform(
                                            Actor.COMMAND_LINE,
                                            operation,
                                            AdminMessages.readOperation(body)));
                });
    }

    private interface Operation {
        String answer(String body) throws JsonException, Administration.RefusedException;
    }

    private String issueToken(String body) throws JsonException, Administration.RefusedException {
        return AdminMessages.write(administration.issueToken(AdminMessages.readRequest(body)));
    }

    private void serve(ServerRequest request, ServerResponse response, Operation operation)
            throws IOException {
        if (!isLocal(request)) {
            Replies.error(
                    response,
                    Status.NOT_FOUND_404,
                    Replies.ILLEGAL_PARAMETER,
                    "There is nothing here.");
            return;
        }
        if (!hasKey(request)) {
            Bearer.challenge(response, false);
            Replies.error(
                    response,
                    Status.UNAUTHORIZED_401,
                    Replies.ILLEGAL_PARAMETER,
                    "The admin key of this server's data directory is needed.");
            return;
        }
        try (InputStream stream = request.content().inputStream()) {
            var body = new String(stream.readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
            Replies.json(response, Status.OK_200, operation.answer(body));
        } catch (JsonException e) {
            Replies.error(
                    response,
                    Status.BAD_REQUEST_400,
                    Replies.ILLEGAL_PARAMETER,
                    "The request is not valid JSON: " + e.getMessage());
        } catch (Administration.RefusedException e) {
            Replies.error(
                    response,
                    Status.BAD_REQUEST_400,
                    Replies.ILLEGAL_PARAMETER,
                    String.valueOf(e.getMessage()));
        }
    }

    /// A proxy on this machine speaks for others, which the header tells.
    private static boolean isLocal(ServerRequest request) {
        if (request.headers().contains(FORWARDED_FOR)
                || request.headers().contains(HeaderNames.FORWARDED)) {
            return false;
        }
        String remote = request.remotePeer().host();
        if (remote.equals("localhost") || remote.equals(request.localPeer().host())) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(remote).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            // A host name that is not this machine's.
            return false;
        }
    }

    private boolean hasKey(ServerRequest request) {
        return Bearer.token(request.headers())
                .map(given -> given.getBytes(StandardCharsets.UTF_8))
                .filter(given -> MessageDigest.isEqual(given, key))
                .isPresent();
    }
}

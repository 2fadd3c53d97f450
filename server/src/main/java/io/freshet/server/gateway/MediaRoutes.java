package io.freshet.server.gateway;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomStream;
import io.freshet.server.control.HttpSessions;
import io.freshet.server.control.RequestRefusedException;
import io.freshet.server.gateway.http.ClientAddress;
import io.freshet.server.gateway.http.Replies;
import io.freshet.server.gateway.http.RequestLimiter;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// WHIP (RFC 9725), WHEP (draft-ietf-wish-whep) and the list of a room's streams, all with a
/// Token04 as bearer token.
///
/// A session has the whole answer from its start: offers carry their candidates or none are needed,
/// since the server is ICE lite. Hence PATCH is answered with 405 (RFC 9725 §4.3.1): send a new
/// POST instead of restarting ICE.
final class MediaRoutes implements HttpService {
    private static final String SDP = "application/sdp";
    private static final String ENDPOINT = "/{appId}/{roomId}/{streamId}";
    private static final String SESSION = ENDPOINT + "/{resourceId}";
    private static final String STREAMS = "/rooms/{appId}/{roomId}/streams";
    private static final long ANSWER_TIMEOUT_S = 10;

    private static final System.Logger LOG = System.getLogger(MediaRoutes.class.getName());

    private final HttpSessions sessions;
    private final RequestLimiter limiter;
    private final ClientAddress address;

    private record Target(long appId, String roomId, String streamId) {
        String path(String kind, String resourceId) {
            return "/"
                    + kind
                    + "/"
                    + appId
                    + "/"
                    + encoded(roomId)
                    + "/"
                    + encoded(streamId)
                    + "/"
                    + encoded(resourceId);
        }

        private static String encoded(String segment) {
            return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    MediaRoutes(HttpSessions sessions, RequestLimiter limiter, ClientAddress address) {
        this.sessions = sessions;
        this.limiter = limiter;
        this.address = address;
    }

    @Override
    public void routing(HttpRules rules) {
        for (String kind : List.of("whip", "whep")) {
            String endpoint = "/" + kind + ENDPOINT;
            rules.post(endpoint, (request, response) -> open(kind, request, response));
            rules.options(endpoint, (request, response) -> describe(response));
            rules.any(endpoint, (request, response) -> notAllowed(response, "POST, OPTIONS"));
            String session = "/" + kind + SESSION;
            rules.delete(session, this::delete);
            rules.options(
                    session, (request, response) -> Cors.preflight(response, "DELETE, OPTIONS"));
            rules.any(session, (request, response) -> notAllowed(response, "DELETE, OPTIONS"));
        }
        rules.get(STREAMS, this::streams);
        rules.options(STREAMS, (request, response) -> Cors.preflight(response, "GET, OPTIONS"));
        rules.any(STREAMS, (request, response) -> notAllowed(response, "GET, OPTIONS"));
    }

    private void open(String kind, ServerRequest request, ServerResponse response)
            throws IOException, InterruptedException {
        Cors.allow(response);
        if (isLimited(request, response)) {
            return;
        }
        Optional<String> token = requireToken(request, response);
        if (token.isEmpty()) {
            return;
        }
        Optional<String> offer = requireOffer(request, response);
        if (offer.isEmpty()) {
            return;
        }
        Optional<Target> target = target(request, response);
        if (target.isEmpty()) {
            return;
        }
        Target to = target.get();
        var asked =
                new HttpSessions.Request(
                        to.appId(), to.roomId(), to.streamId(), token.get(), address.of(request));
        CompletionStage<HttpSessions.Opened> opening;
        if (kind.equals("whip")) {
            opening = sessions.publish(asked, offer.get());
        } else {
            Optional<ResourceMode> mode = resourceMode(request, response);
            if (mode.isEmpty()) {
                return;
            }
            opening = sessions.play(asked, mode.get(), offer.get());
        }
        answer(kind, to, opening, response);
    }

    private void answer(
            String kind,
            Target target,
            CompletionStage<HttpSessions.Opened> opening,
            ServerResponse response)
            throws InterruptedException {
        try {
            var opened = opening.toCompletableFuture().get(ANSWER_TIMEOUT_S, TimeUnit.SECONDS);
            var headers = response.headers();
            headers.set(
                    HeaderValues.create(
                            HeaderNames.LOCATION, target.path(kind, opened.resourceId())));
            // RFC 9725 §4.3.1: names the ICE session, of which ours has only one.
            headers.set(HeaderValues.create(HeaderNames.ETAG, "\"ice-1\""));
            Replies.text(response, Status.CREATED_201, SDP, opened.answer());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestRefusedException refusal) {
                refuse(response, refusal);
            } else {
                LOG.log(System.Logger.Level.ERROR, kind + " request failed", e);
                fail(response);
            }
        } catch (TimeoutException e) {
            opening.thenAccept(late -> sessions.delete(late.resourceId()));
            LOG.log(System.Logger.Level.ERROR, kind + " request was not answered in time", e);
            fail(response);
        }
    }

    private void delete(ServerRequest request, ServerResponse response) {
        Cors.allow(response);
        if (isLimited(request, response)) {
            return;
        }
        if (sessions.delete(parameter(request, "resourceId"))) {
            response.status(Status.OK_200).send();
        } else {
            Replies.error(
                    response,
                    Status.NOT_FOUND_404,
                    Replies.ILLEGAL_PARAMETER,
                    "There is no such session; it may have ended.");
        }
    }

    private void streams(ServerRequest request, ServerResponse response) {
        Cors.allow(response);
        if (isLimited(request, response)) {
            return;
        }
        Optional<String> token = requireToken(request, response);
        if (token.isEmpty()) {
            return;
        }
        Optional<Long> appId = appId(request, response);
        if (appId.isEmpty()) {
            return;
        }
        try {
            var streams = sessions.streams(appId.get(), parameter(request, "roomId"), token.get());
            Replies.json(response, Status.OK_200, json(streams));
        } catch (RequestRefusedException e) {
            refuse(response, e);
        }
    }

    private static String json(List<RoomStream> streams) {
        var json = new JsonWriter().beginObject().beginArray("streams");
        for (RoomStream stream : streams) {
            json.beginObject()
                    .member("streamId", stream.streamId())
                    .member("userId", stream.user().userId())
                    .member("userName", stream.user().userName())
                    .member("extraInfo", stream.extraInfo())
                    .endObject();
        }
        return json.endArray().endObject().toString();
    }

    // --- what a request must have; each answers the request itself when it is missing ---

    private boolean isLimited(ServerRequest request, ServerResponse response) {
        if (limiter.tryAcquire(address.of(request), System.nanoTime())) {
            return false;
        }
        response.headers().set(HeaderValues.create(HeaderNames.RETRY_AFTER, "1"));
        Replies.error(
                response,
                Status.TOO_MANY_REQUESTS_429,
                ErrorCode.ROOM_APP_CALL_TOO_FREQUENT.code(),
                "Too many requests from this address: wait a second.");
        return true;
    }

    private static Optional<String> requireToken(ServerRequest request, ServerResponse response) {
        Optional<String> token = Bearer.token(request.headers());
        if (token.isEmpty()) {
            Bearer.challenge(response, false);
            Replies.error(
                    response,
                    Status.UNAUTHORIZED_401,
                    ErrorCode.ROOM_NO_TOKEN.code(),
                    "Send a Token04 of the project as bearer token.");
        }
        return token;
    }

    private static Optional<String> requireOffer(ServerRequest request, ServerResponse response)
            throws IOException {
        boolean isSdp =
                request.headers()
                        .contentType()
                        .filter(type -> type.mediaType().text().equalsIgnoreCase(SDP))
                        .isPresent();
        if (!isSdp) {
            Replies.error(
                    response,
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    Replies.ILLEGAL_PARAMETER,
                    "Send the offer as Content-Type application/sdp.");
            return Optional.empty();
        }
        byte[] body = new byte[0];
        if (request.content().hasEntity()) {
            try (InputStream stream = request.content().inputStream()) {
                body = stream.readNBytes(Limits.SDP_MAX_BYTES + 1);
                // A connection closed over unread bytes is reset, and the refusal lost with it.
                // The gateway bounds how much this can be.
                stream.transferTo(OutputStream.nullOutputStream());
            }
        }
        if (body.length > Limits.SDP_MAX_BYTES) {
            Replies.error(
                    response,
                    Status.REQUEST_ENTITY_TOO_LARGE_413,
                    Replies.ILLEGAL_PARAMETER,
                    "The offer is larger than " + Limits.SDP_MAX_BYTES + " bytes.");
            return Optional.empty();
        }
        if (body.length == 0) {
            Replies.error(
                    response,
                    Status.BAD_REQUEST_400,
                    Replies.ILLEGAL_PARAMETER,
                    "The request has no offer in its body.");
            return Optional.empty();
        }
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    private static Optional<Target> target(ServerRequest request, ServerResponse response) {
        return appId(request, response)
                .map(appId ->
                        new Target(
                                appId,
                                parameter(request, "roomId"),
                                parameter(request, "streamId")));
    }

    private static Optional<Long> appId(ServerRequest request, ServerResponse response) {
        String text = parameter(request, "appId");
        if (text.matches("[0-9]{1,10}")) {
            return Optional.of(Long.parseLong(text));
        }
        Replies.error(
                response,
                Status.NOT_FOUND_404,
                ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE.code(),
                "The AppID in the path is not a number.");
        return Optional.empty();
    }

    /// `?mode=rtc` or `?mode=l3`; without it the project decides.
    private static Optional<ResourceMode> resourceMode(
            ServerRequest request, ServerResponse response) {
        String mode = request.query().first("mode").orElse("default").toLowerCase(Locale.ROOT);
        return switch (mode) {
            case "default" -> Optional.of(ResourceMode.DEFAULT);
            case "rtc" -> Optional.of(ResourceMode.RTC);
            case "l3" -> Optional.of(ResourceMode.L3);
            default -> {
                Replies.error(
                        response,
                        Status.BAD_REQUEST_400,
                        Replies.ILLEGAL_PARAMETER,
                        "The parameter mode is rtc, l3 or default.");
                yield Optional.empty();
            }
        };
    }

    private static String parameter(ServerRequest request, String name) {
        return request.path().pathParameters().first(name).orElse("");
    }

    // --- other answers ---

    private static void describe(ServerResponse response) {
        response.headers().set(HeaderValues.create("Accept-Post", SDP));
        Cors.preflight(response, "POST, OPTIONS");
    }

    private static void notAllowed(ServerResponse response, String methods) {
        Cors.allow(response);
        response.headers().set(HeaderValues.create(HeaderNames.ALLOW, methods));
        Replies.error(
                response,
                Status.METHOD_NOT_ALLOWED_405,
                Replies.ILLEGAL_PARAMETER,
                "Only "
                        + methods
                        + " work here. Trickle ICE and ICE restarts are not supported:"
                        + " open a new session instead.");
    }

    private static void refuse(ServerResponse response, RequestRefusedException refusal) {
        Status status = Refusal.status(refusal.code());
        if (status.code() == Status.UNAUTHORIZED_401.code()) {
            Bearer.challenge(response, true);
        }
        Replies.error(response, status, refusal.code(), String.valueOf(refusal.getMessage()));
    }

    private static void fail(ServerResponse response) {
        Replies.error(
                response,
                Status.INTERNAL_SERVER_ERROR_500,
                ErrorCode.ROOM_INNER_ERROR.code(),
                "The server failed to answer; its log says why.");
    }
}

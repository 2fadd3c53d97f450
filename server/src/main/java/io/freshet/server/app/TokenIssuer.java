package io.freshet.server.app;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenArgumentException;
import io.freshet.protocol.token.TokenRequest;
import io.freshet.server.console.Administration;
import io.freshet.server.control.ControlClock;
import io.freshet.server.project.ProjectRecord;
import io.freshet.server.project.ProjectStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes tokens for users of the projects of this server, and links that open the page with them.
final class TokenIssuer implements Administration {
    /// The room of a link whose token is good for every room.
    private static final String DEFAULT_ROOM = "demo";

    private static final long MS_PER_S = 1000;

    private final ProjectStore projects;
    private final Supplier<String> pageUrl;
    private final ControlClock clock;
    private final Random random;

    /// @param pageUrl asked for each link; without a slash at its end
    TokenIssuer(
            ProjectStore projects, Supplier<String> pageUrl, ControlClock clock, Random random) {
        this.projects = projects;
        this.pageUrl = pageUrl;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public IssuedToken issueToken(TokenOrder request) throws RefusedException {
        require(Identifiers.checkUserId(request.userId()));
        if (!request.roomId().isEmpty()) {
            require(Identifiers.checkRoomId(request.roomId()));
        }
        ProjectRecord project = project(request.appId());
        boolean unrestricted = request.roomId().isEmpty() && request.mayPublish();
        String payload =
                unrestricted
                        ? ""
                        : new RoomPayload(request.roomId(), true, request.mayPublish(), List.of())
                                .toJson();
        try {
            String token =
                    Token04.generate(
                            new TokenRequest(
                                    project.appId(),
                                    request.userId(),
                                    request.validity().toSeconds(),
                                    payload),
                            project.serverSecret(),
                            Token04.Mode.GCM,
                            clock.wallMs() / MS_PER_S,
                            random);
            return new IssuedToken(
                    project.appId(),
                    token,
                    link(project.appId(), request.roomId(), request.userId(), token));
        } catch (TokenArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private ProjectRecord project(long appId) throws RefusedException {
        if (appId == 0) {
            return projects.all().stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new RefusedException(
                                    "There is no project yet: start the server once with ./freshet up."));
        }
        return projects.find(appId)
                .orElseThrow(() -> new RefusedException("There is no project " + appId + "."));
    }

    private static void require(ErrorCode code) throws RefusedException {
        if (code != ErrorCode.COMMON_SUCCESS) {
            throw new RefusedException(code.sentence());
        }
    }

    /// In the fragment, so that the token stays out of requests and logs.
    private String link(long appId, String roomId, String userId, String token) {
        return pageUrl.get()
                + "/#app="
                + appId
                + "&room="
                + encoded(roomId.isEmpty() ? DEFAULT_ROOM : roomId)
                + "&user="
                + encoded(userId)
                + "&token="
                + encoded(token);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

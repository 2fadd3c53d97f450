package io.freshet.server.operation;

import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenVerdict;
import io.freshet.server.console.Administration;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.project.ProjectRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// Tokens to try things with, and what is wrong with a token.
final class TokenOperations {
    private static final long MAX_SECONDS = Duration.ofHours(24).toSeconds();

    private final Projects projects;
    private final Administration tokens;
    private final Supplier<Instant> now;

    TokenOperations(Projects projects, Administration tokens, Supplier<Instant> now) {
        this.projects = projects;
        this.tokens = tokens;
        this.now = now;
    }

    List<Operation> all() {
        return List.of(
                Operation.change("token.issue", this::issue),
                Operation.look("token.verify", this::verify));
    }

    private void issue(OperationRequest request, JsonWriter answer) throws RefusedException {
        String userId = request.id("userId", Identifiers::checkUserId);
        String roomId = request.has("roomId") ? request.id("roomId", Identifiers::checkRoomId) : "";
        long seconds = request.number("validSeconds", MAX_SECONDS, 1, MAX_SECONDS);
        var issued =
                tokens.issueToken(
                        new Administration.TokenOrder(
                                projects.of(request).appId(),
                                userId,
                                roomId,
                                request.flag("mayPublish", true),
                                Duration.ofSeconds(seconds)));
        answer.member("appId", issued.appId())
                .member("token", issued.token())
                .member("link", issued.link())
                .member("expiresAt", now.get().plusSeconds(seconds).getEpochSecond());
    }

    /// Judges a token as a login would; what is inside is shown also when it is refused.
    private void verify(OperationRequest request, JsonWriter answer) throws RefusedException {
        ProjectRecord project = projects.of(request);
        String token = request.requiredText("token", Limits.TOKEN_MAX_LENGTH).strip();
        long nowS = now.get().getEpochSecond();
        TokenVerdict verdict =
                request.has("userId")
                        ? Token04.verify(
                                token,
                                project.serverSecret(),
                                project.appId(),
                                request.requiredText("userId", Limits.USER_ID_MAX_BYTES),
                                nowS)
                        : Token04.verify(token, project.serverSecret(), project.appId(), nowS);
        answer.member("valid", verdict instanceof TokenVerdict.Accepted);
        switch (verdict) {
            case TokenVerdict.Refused refused ->
                    answer.member("code", refused.code().code())
                            .member("check", check(refused))
                            .member("message", refused.sentence());
            case TokenVerdict.Accepted accepted -> {
                answer.member("secondsLeft", accepted.claims().expiresAtSeconds() - nowS);
                write(accepted.claims().payload(), answer);
            }
        }
        Token04.inside(token, project.serverSecret())
                .ifPresent(inside -> answer.name("inside").value(inside));
    }

    /// Which of the checks it is that failed.
    private static String check(TokenVerdict.Refused refused) {
        return switch (refused.code()) {
            case ROOM_NO_TOKEN -> "presence";
            case ROOM_TOKEN_FORMAT_ERROR -> "form";
            case ROOM_TOKEN_VERSION_ERROR -> "version";
            case ROOM_ERROR_AUTHENTICATION_FAILED -> "secret";
            case ROOM_TOKEN_APPID_ERROR -> "appId";
            case ROOM_TOKEN_USERID_ERROR -> "userId";
            case ROOM_TOKEN_EXPIRE_ERROR -> "expiry";
            case ROOM_TOKEN_NONCETYPE_ERROR -> "nonce";
            default -> "other";
        };
    }

    private static void write(RoomPayload payload, JsonWriter answer) {
        answer.beginObject("permissions")
                .member("roomId", payload.roomId())
                .member("login", payload.mayLogin())
                .member("publish", payload.mayPublish())
                .member("streamIds", payload.streamIds())
                .endObject();
    }
}

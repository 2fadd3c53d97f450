package io.freshet.server.control;

import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenClaims;
import io.freshet.protocol.token.TokenVerdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may come in: proofs of the AppSign and tokens.
final class Admission {
    private static final long MS_PER_SECOND = 1_000;

    private final ProjectDirectory projects;
    private final ControlClock clock;

    Admission(ProjectDirectory projects, ControlClock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /// The project if it is served.
    Project project(long appId) throws RequestRefusedException {
        Optional<Project> project = projects.project(appId);
        if (project.isEmpty() || !project.get().online()) {
            throw new RequestRefusedException(ErrorCode.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE);
        }
        return project.get();
    }

    /// Whether the project lets nobody go on whose token has run out; as it says at this moment.
    boolean endsWithToken(long appId) {
        return projects.project(appId)
                .map(project -> project.offers(Project.Service.LOGIN_ENDS_WITH_TOKEN))
                .orElse(false);
    }

    /// Whether the AppSign was shown; a client without one has to log in with tokens.
    boolean checkProof(Project project, @Nullable String proof, String nonce)
            throws RequestRefusedException {
        if (proof == null || proof.isEmpty()) {
            return false;
        }
        if (!AppSignProof.verify(proof, project.appSign(), nonce, project.appId())) {
            throw new RequestRefusedException(ErrorCode.ENGINE_APPSIGN_INCORRECT);
        }
        return true;
    }

    /// What a login may do. A token is checked whenever there is one; without one the AppSign must
    /// have been shown, and the project must not ask for tokens.
    Grant checkLogin(
            Project project,
            boolean appSignShown,
            @Nullable String token,
            String userId,
            String roomId)
            throws RequestRefusedException {
        if (token == null || token.isEmpty()) {
            if (!appSignShown || project.tokenOnly()) {
                throw new RequestRefusedException(ErrorCode.ROOM_NO_TOKEN);
            }
            return Grant.unlimited(userId);
        }
        Grant grant =
                read(
                        Token04.verify(
                                token,
                                project.serverSecret(),
                                project.appId(),
                                userId,
                                nowSeconds()));
        requireRoom(grant, roomId);
        return grant;
    }

    /// What the bearer of a token may do whom nothing else names.
    Grant checkBearer(Project project, String token, String roomId) throws RequestRefusedException {
        Grant grant =
                read(Token04.verify(token, project.serverSecret(), project.appId(), nowSeconds()));
        requireRoom(grant, roomId);
        return grant;
    }

    /// Whether a new stream may be published. A token that has run out since the login does not end
    /// what runs, but allows nothing new.
    void checkPublish(Grant grant, String streamId) throws RequestRefusedException {
        if (grant.hasExpired(clock.wallMs())) {
            throw new RequestRefusedException(
                    ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR,
                    "The token has expired: call renewToken with a new one before publishing.");
        }
        if (!grant.allowsStream(streamId)) {
            throw new RequestRefusedException(
                    ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR,
                    "The token does not allow publishing this stream.");
        }
    }

    private static void requireRoom(Grant grant, String roomId) throws RequestRefusedException {
        if (!grant.allowsRoom(roomId)) {
            throw new RequestRefusedException(
                    ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED,
                    grant.mayLogin()
                            ? "The token is for another room."
                            : "The token does not allow entering a room.");
        }
    }

    private static Grant read(TokenVerdict verdict) throws RequestRefusedException {
        return switch (verdict) {
            case TokenVerdict.Refused(var code, var sentence) ->
                    throw new RequestRefusedException(code, sentence);
            case TokenVerdict.Accepted(var claims) -> grantOf(claims);
        };
    }

    private static Grant grantOf(TokenClaims claims) {
        return new Grant(
                claims.userId(),
                claims.expiresAtSeconds() * MS_PER_SECOND,
                claims.payload().roomId(),
                claims.payload().mayLogin(),
                claims.payload().mayPublish(),
                claims.payload().streamIds());
    }

    private long nowSeconds() {
        return clock.wallMs() / MS_PER_SECOND;
    }
}

package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import io.freshet.protocol.token.RoomPayload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TokenTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ControlHarness harness = new ControlHarness();

    private TestClient withoutAppSign() {
        TestClient client = harness.client();
        assertThat(client.hello(ControlHarness.APP_ID, Optional.empty()).code()).isZero();
        return client;
    }

    private String rights(boolean login, boolean publish, String... streams) {
        return harness.token(
                "anna", HOUR, new RoomPayload("room", login, publish, List.of(streams)));
    }

    private static int refusal(TestClient client, String token) {
        return client.loginWithToken("room", "anna", token).code();
    }

    @Test
    void anEngineWithoutAppSignNeedsAToken() {
        assertThat(withoutAppSign().login("room", "anna").code())
                .isEqualTo(ErrorCode.ROOM_NO_TOKEN.code());
        assertThat(
                        withoutAppSign()
                                .loginWithToken("room", "anna", harness.identityToken("anna"))
                                .code())
                .isZero();
    }

    @Test
    void aTokenOnlyProjectAsksForATokenInSpiteOfTheAppSign() {
        harness.projects.put(
                ControlHarness.APP_ID,
                new Project(
                        ControlHarness.APP_ID,
                        ControlHarness.APP_SIGN,
                        ControlHarness.SECRET,
                        true,
                        true,
                        ResourceMode.RTC,
                        Set.of()));

        assertThat(harness.greetedClient().login("room", "anna").code())
                .isEqualTo(ErrorCode.ROOM_NO_TOKEN.code());
        assertThat(
                        harness.greetedClient()
                                .loginWithToken("room", "anna", harness.identityToken("anna"))
                                .code())
                .isZero();
    }

    @Test
    void aBadTokenIsRefusedThoughTheAppSignIsGood() {
        assertThat(refusal(harness.greetedClient(), "04garbage"))
                .isEqualTo(ErrorCode.ROOM_TOKEN_FORMAT_ERROR.code());
    }

    @Test
    void eachWayForATokenToBeWrongHasItsCode() {
        TestClient client = withoutAppSign();
        String wrongSecret = harness.token(ControlHarness.APP_ID, "anna", HOUR, "", "x".repeat(32));

        assertThat(refusal(client, "03abc")).isEqualTo(ErrorCode.ROOM_TOKEN_VERSION_ERROR.code());
        assertThat(refusal(client, wrongSecret))
                .isEqualTo(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED.code());
        assertThat(refusal(client, harness.token(99, "anna", HOUR, "", ControlHarness.SECRET)))
                .isEqualTo(ErrorCode.ROOM_TOKEN_APPID_ERROR.code());
        assertThat(refusal(client, harness.identityToken("ben")))
                .isEqualTo(ErrorCode.ROOM_TOKEN_USERID_ERROR.code());
        assertThat(
                        refusal(
                                client,
                                harness.token(
                                        ControlHarness.APP_ID,
                                        "anna",
                                        HOUR,
                                        "[]",
                                        ControlHarness.SECRET)))
                .isEqualTo(ErrorCode.ROOM_TOKEN_FORMAT_ERROR.code());
        String shortLived =
                harness.token(
                        "anna", Duration.ofSeconds(5), new RoomPayload("", true, true, List.of()));
        harness.pass(Duration.ofSeconds(6));
        assertThat(refusal(client, shortLived)).isEqualTo(ErrorCode.ROOM_TOKEN_EXPIRE_ERROR.code());
    }

    @Test
    void aTokenForAnotherRoomOrWithoutTheRightToLogInIsRefused() {
        TestClient client = withoutAppSign();

        assertThat(client.loginWithToken("other", "anna", rights(true, true)).code())
                .isEqualTo(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED.code());
        assertThat(refusal(client, rights(false, true)))
                .isEqualTo(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED.code());
        assertThat(refusal(client, rights(true, false))).isZero();
    }

    @Test
    void publishingNeedsTheRightForTheStream() {
        TestClient mute = withoutAppSign();
        mute.loginWithToken("room", "anna", rights(true, false));
        assertThat(mute.publish("room", "s1").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR.code());
        mute.logout("room");

        TestClient anna = withoutAppSign();
        anna.loginWithToken("room", "anna", rights(true, true, "s1"));
        assertThat(anna.publish("room", "s2").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR.code());
        assertThat(anna.publish("room", "s1").code()).isZero();
    }

    @Test
    void whatRunsOutlivesTheTokenButNothingNewBegins() {
        TestClient anna = withoutAppSign();
        anna.loginWithToken("room", "anna", rights(true, true));
        anna.publish("room", "s1");
        for (int i = 0; i < 61; i++) {
            harness.pass(Duration.ofMinutes(1));
            anna.heartbeat();
        }

        assertThat(harness.plane.statistics().streams()).isEqualTo(1);
        assertThat(anna.publish("room", "s2").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR.code());
        assertThat(anna.publish("room", "s1").code()).as("a reconnect").isZero();
        anna.request(id -> new ClientMessage.RenewToken(id, "room", rights(true, true)));
        assertThat(anna.publish("room", "s2").code()).isZero();
    }

    @Test
    void theEndOfATokenIsAnnouncedThirtySecondsBefore() {
        TestClient anna = withoutAppSign();
        String token = harness.token("anna", Duration.ofSeconds(90), RoomPayload.UNRESTRICTED);
        anna.loginWithToken("room", "anna", token);

        harness.pass(Duration.ofSeconds(59));
        assertThat(anna.all(ServerMessage.TokenWillExpire.class)).isEmpty();
        harness.pass(Duration.ofSeconds(2));
        assertThat(anna.all(ServerMessage.TokenWillExpire.class))
                .containsExactly(new ServerMessage.TokenWillExpire("room", 30));
    }

    @Test
    void aRenewedTokenIsAnnouncedInsteadOfTheFormer() {
        TestClient anna = withoutAppSign();
        Duration valid = Duration.ofSeconds(60);
        anna.loginWithToken("room", "anna", harness.token("anna", valid, RoomPayload.UNRESTRICTED));
        harness.pass(Duration.ofSeconds(20));
        anna.request(id ->
                new ClientMessage.RenewToken(
                        id, "room", harness.token("anna", valid, RoomPayload.UNRESTRICTED)));

        harness.pass(Duration.ofSeconds(20));
        assertThat(anna.all(ServerMessage.TokenWillExpire.class)).isEmpty();
        harness.pass(Duration.ofSeconds(11));
        assertThat(anna.all(ServerMessage.TokenWillExpire.class)).hasSize(1);
    }

    @Test
    void aClockSetBackPutsTheWarningOff() {
        TestClient anna = withoutAppSign();
        anna.loginWithToken(
                "room",
                "anna",
                harness.token("anna", Duration.ofSeconds(60), RoomPayload.UNRESTRICTED));
        harness.clock.jumpWall(-40_000);

        harness.pass(Duration.ofSeconds(60));
        assertThat(anna.all(ServerMessage.TokenWillExpire.class)).isEmpty();
        harness.pass(Duration.ofSeconds(11));
        assertThat(anna.all(ServerMessage.TokenWillExpire.class)).hasSize(1);
    }

    @Test
    void aProjectMayEndLoginsWithTheirTokens() {
        harness.projects.put(
                ControlHarness.APP_ID,
                ControlHarness.project(Project.Service.LOGIN_ENDS_WITH_TOKEN));
        TestClient watcher = harness.greetedClient();
        watcher.in("room", "watcher");
        TestClient anna = withoutAppSign();
        Duration valid = Duration.ofSeconds(60);
        anna.loginWithToken("room", "anna", harness.token("anna", valid, RoomPayload.UNRESTRICTED));
        harness.pass(Duration.ofSeconds(40));
        anna.request(id ->
                new ClientMessage.RenewToken(
                        id, "room", harness.token("anna", valid, RoomPayload.UNRESTRICTED)));
        anna.publish("room", "s1");
        Answer.LoggedIn in = (Answer.LoggedIn) anna.all(Answer.class).get(1).result();
        harness.pass(Duration.ofSeconds(59));
        assertThat(anna.all(ServerMessage.KickedOut.class)).isEmpty();
        watcher.heartbeat();
        watcher.forget();

        harness.pass(Duration.ofSeconds(2));

        assertThat(anna.last(ServerMessage.KickedOut.class).code())
                .isEqualTo(ErrorCode.ROOM_TOKEN_EXPIRED_KICKED_OUT.code());
        assertThat(anna.all(ServerMessage.KickedOut.class)).hasSize(1);
        assertThat(harness.occurrences)
                .filteredOn(RoomOccurrence.UserLoggedOut.class::isInstance)
                .singleElement()
                .matches(it ->
                        ((RoomOccurrence.UserLoggedOut) it).reason()
                                == RoomOccurrence.EndReason.TOKEN_EXPIRED);
        assertThat(watcher.events())
                .hasSize(2)
                .first()
                .matches(event ->
                        event instanceof RoomEvent.StreamRemoved removed
                                && removed.reason() == StreamRemovalReason.KICKED_OUT);
        assertThat(harness.media.publisherCount()).isZero();
        Answer back = anna.resume("room", "anna", in.resumeKey(), in.version());
        assertThat(back.code()).isEqualTo(ErrorCode.ROOM_TOKEN_EXPIRED_KICKED_OUT.code());
    }

    @Test
    void byDefaultALoginOutlivesItsToken() {
        TestClient anna = withoutAppSign();
        anna.loginWithToken(
                "room",
                "anna",
                harness.token("anna", Duration.ofSeconds(60), RoomPayload.UNRESTRICTED));
        anna.publish("room", "s1");
        for (int i = 0; i < 10; i++) {
            harness.pass(Duration.ofSeconds(10));
            anna.heartbeat();
        }

        assertThat(anna.all(ServerMessage.KickedOut.class)).isEmpty();
        assertThat(harness.media.publisherCount()).isEqualTo(1);
        assertThat(anna.publish("room", "s2").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR.code());
    }

    @Test
    void renewingIsCheckedLikeALogin() {
        TestClient anna = harness.greetedClient();
        Answer before =
                anna.request(id ->
                        new ClientMessage.RenewToken(id, "room", harness.identityToken("anna")));
        assertThat(before.code()).isEqualTo(ErrorCode.ROOM_ROOMID_INCORRECT.code());
        anna.in("room", "anna");
        anna.publish("room", "s1");

        Answer foreign =
                anna.request(id ->
                        new ClientMessage.RenewToken(id, "room", harness.identityToken("ben")));
        Answer mute =
                anna.request(id -> new ClientMessage.RenewToken(id, "room", rights(true, false)));
        Answer good =
                anna.request(id -> new ClientMessage.RenewToken(id, "room", rights(true, true)));

        assertThat(foreign.code()).isEqualTo(ErrorCode.ROOM_TOKEN_USERID_ERROR.code());
        assertThat(mute.code()).isEqualTo(ErrorCode.ROOM_RENEW_TOKEN_NO_PUBLISH_AUTH_ERROR.code());
        assertThat(good.code()).isZero();
    }

    private void policy(Project.Service... services) {
        harness.projects.put(ControlHarness.APP_ID, ControlHarness.project(services));
    }

    private String shortToken(String user) {
        return harness.token(user, Duration.ofSeconds(60), RoomPayload.UNRESTRICTED);
    }

    /// Also for connections that are there already.
    @Test
    void thePolicyOfTheMomentAtWhichATokenRunsOutCounts() {
        TestClient anna = withoutAppSign();
        anna.loginWithToken("room", "anna", shortToken("anna"));
        TestClient ben = withoutAppSign();
        harness.pass(Duration.ofSeconds(30));
        ben.loginWithToken("room", "ben", shortToken("ben"));
        policy(Project.Service.LOGIN_ENDS_WITH_TOKEN);
        harness.pass(Duration.ofSeconds(31));
        policy();
        harness.pass(Duration.ofSeconds(30));

        assertThat(anna.last(ServerMessage.KickedOut.class).code())
                .isEqualTo(ErrorCode.ROOM_TOKEN_EXPIRED_KICKED_OUT.code());
        assertThat(ben.all(ServerMessage.KickedOut.class)).isEmpty();
        assertThat(ben.all(ServerMessage.TokenWillExpire.class)).hasSize(1);
    }

    @Test
    void aProjectThatTurnsToTokensOnlyAsksForThemOnOpenConnections() {
        TestClient anna = harness.greetedClient();
        anna.in("room", "anna");
        harness.projects.put(
                ControlHarness.APP_ID,
                new Project(
                        ControlHarness.APP_ID,
                        ControlHarness.APP_SIGN,
                        ControlHarness.SECRET,
                        true,
                        true,
                        ResourceMode.RTC,
                        Set.of()));

        assertThat(anna.login("second", "anna").code()).isEqualTo(ErrorCode.ROOM_NO_TOKEN.code());
        assertThat(anna.heartbeat().code()).as("what runs goes on").isZero();
    }

    @Test
    void publishersAndPlayersOverHttpEndWithTheirTokensToo() {
        policy(Project.Service.LOGIN_ENDS_WITH_TOKEN);
        publishOverHttp("s1", "whip");
        assertThat(
                        code(
                                harness.plane
                                        .httpSessions()
                                        .play(
                                                new HttpSessions.Request(
                                                        ControlHarness.APP_ID,
                                                        "room",
                                                        "s1",
                                                        shortToken("whep"),
                                                        ""),
                                                ResourceMode.RTC,
                                                "offer")))
                .isZero();
        harness.pass(Duration.ofSeconds(40));
        publishOverHttp("s1", "whip");
        publishOverHttp("s2", "other");
        assertThat(harness.media.playerCount()).isEqualTo(1);

        harness.pass(Duration.ofSeconds(21));
        assertThat(harness.media.playerCount()).as("the player's token").isZero();
        assertThat(harness.media.publisherCount()).as("one came again").isEqualTo(2);
        harness.pass(Duration.ofSeconds(40));
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(harness.plane.statistics().httpSessions()).isZero();
        assertThat(harness.plane.statistics().rooms()).isZero();
    }

    private void publishOverHttp(String stream, String user) {
        assertThat(
                        code(
                                harness.plane
                                        .httpSessions()
                                        .publish(
                                                new HttpSessions.Request(
                                                        ControlHarness.APP_ID,
                                                        "room",
                                                        stream,
                                                        shortToken(user),
                                                        ""),
                                                "offer")))
                .isZero();
    }

    @Test
    void renewalsLeaveOneDeadlineBehind() {
        TestClient anna = withoutAppSign();
        anna.loginWithToken("room", "anna", shortToken("anna"));
        int before = harness.plane.core().timers.size();
        for (int i = 0; i < 50; i++) {
            anna.request(id -> new ClientMessage.RenewToken(id, "room", shortToken("anna")));
        }

        assertThat(harness.plane.core().timers.size()).isEqualTo(before);
    }

    /// One right of a token and what it lets its user do, by each way in.
    record Right(String name, RoomPayload payload, int login, int publish, int whip, int whep) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Right> rights() {
        int noLogin = ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED.code();
        int noPublish = ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR.code();
        int noLoginYet = ErrorCode.COMMON_NOT_LOGIN_ROOM.code();
        List<String> any = List.of();
        return List.of(
                new Right("anything", new RoomPayload("", true, true, any), 0, 0, 0, 0),
                new Right("this room", new RoomPayload("room", true, true, any), 0, 0, 0, 0),
                new Right(
                        "another room",
                        new RoomPayload("other", true, true, any),
                        noLogin,
                        noLoginYet,
                        noLogin,
                        noLogin),
                new Right(
                        "login only",
                        new RoomPayload("room", true, false, any),
                        0,
                        noPublish,
                        noPublish,
                        0),
                new Right(
                        "publish only",
                        new RoomPayload("room", false, true, any),
                        noLogin,
                        noLoginYet,
                        noLogin,
                        noLogin),
                new Right(
                        "nothing",
                        new RoomPayload("room", false, false, any),
                        noLogin,
                        noLoginYet,
                        noLogin,
                        noLogin),
                new Right(
                        "this stream",
                        new RoomPayload("room", true, true, List.of("s0", "s1")),
                        0,
                        0,
                        0,
                        0),
                new Right(
                        "another stream",
                        new RoomPayload("room", true, true, List.of("s0", "s10")),
                        0,
                        noPublish,
                        noPublish,
                        0));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void eachWayInGoesByTheTokensRights(Right right) {
        TestClient host = harness.greetedClient();
        host.in("room", "host");
        host.publish("room", "live");
        String token = harness.token("anna", HOUR, right.payload());
        HttpSessions http = harness.plane.httpSessions();

        TestClient anna = withoutAppSign();
        assertThat(anna.loginWithToken("room", "anna", token).code()).isEqualTo(right.login());
        assertThat(anna.publish("room", "s1").code()).isEqualTo(right.publish());
        anna.logout("room");
        assertThat(
                        code(
                                http.publish(
                                        new HttpSessions.Request(
                                                ControlHarness.APP_ID, "room", "s1", token, ""),
                                        "offer")))
                .isEqualTo(right.whip());
        assertThat(
                        code(
                                http.play(
                                        new HttpSessions.Request(
                                                ControlHarness.APP_ID, "room", "live", token, ""),
                                        ResourceMode.RTC,
                                        "offer")))
                .isEqualTo(right.whep());
    }

    private static int code(CompletionStage<HttpSessions.Opened> opened) {
        int[] code = new int[1];
        var _ =
                opened.whenComplete((_, failure) ->
                        code[0] =
                                switch (failure) {
                                    case null -> 0;
                                    case CompletionException wrapped
                                            when wrapped.getCause()
                                                    instanceof RequestRefusedException refused ->
                                            refused.code();
                                    case RequestRefusedException refused -> refused.code();
                                    default -> -1;
                                });
        return code[0];
    }
}

package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage.KickedOut;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PlayStateChanged;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.protocol.message.ServerMessage.StreamPlayable;
import io.freshet.protocol.message.StreamRemovalReason;
import io.freshet.server.control.ForbidOperations.Media;
import io.freshet.server.control.ForbidOperations.Outcome;
import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.Withheld;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForbidTest {
    private static final long APP = ControlHarness.APP_ID;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final FakeMediaPlane.Held held = new FakeMediaPlane.Held();
    private boolean holding;
    private final ControlHarness harness =
            new ControlHarness(ControlConfig.defaults(), new FakeMediaPlane(this::runOrHold));
    private final ForbidOperations forbids = harness.plane.operations().forbids();
    private final HttpSessions http = harness.plane.httpSessions();

    private void runOrHold(Runnable action) {
        if (holding) {
            held.accept(action);
        } else {
            action.run();
        }
    }

    private static Target target(String kind) {
        return switch (kind) {
            case "address" -> Target.address(HERE);
            case "room" -> Target.room("room");
            case "user" -> Target.user("anna");
            default -> Target.userInRoom("room", "anna");
        };
    }

    private void forbid(Target target, Privilege... disabled) {
        assertThat(forbids.setUserRule(APP, target, Set.of(disabled), MINUTE)).isPresent();
    }

    private TestClient in(String user, String address) {
        TestClient client = harness.clientAt(address).greeted();
        client.in("room", user);
        return client;
    }

    private HttpSessions.Request request(String user, String stream, String address) {
        return new HttpSessions.Request(APP, "room", stream, harness.identityToken(user), address);
    }

    private static ErrorCode refusal(CompletionStage<HttpSessions.Opened> stage) {
        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
        try {
            stage.toCompletableFuture().join();
            throw new AssertionError("not refused");
        } catch (CompletionException e) {
            if (e.getCause() instanceof RequestRefusedException refused) {
                return refused.errorCode();
            }
            throw e;
        }
    }

    @ParameterizedTest
    @CsvSource({"address", "room", "user", "both"})
    void aLoginIsRefusedWithTheTimeWhenItMayBeTriedAgain(String kind) {
        forbid(target(kind), Privilege.LOGIN);
        TestClient anna = harness.clientAt(HERE).greeted();

        Answer refused = anna.login("room", "anna");

        assertThat(refused.code()).isEqualTo(ErrorCode.ROOM_USER_IN_BLACKLIST.code());
        assertThat(refused.message()).contains(" may not log in until 20").contains("Z:");
        assertThat(harness.plane.statistics().rooms()).isZero();
        assertThat(harness.occurrences).isEmpty();
        assertThat(forbids.statistics().loginsRefused()).isEqualTo(1);

        harness.pass(MINUTE.plusSeconds(1));
        TestClient later = harness.clientAt(HERE).greeted();
        assertThat(later.login("room", "anna").code()).isZero();
        assertThat(forbids.statistics().userRules()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"address, ben", "user, ben", "both, ben"})
    void othersAreNotConcerned(String kind, String user) {
        forbid(target(kind), Privilege.LOGIN, Privilege.PUBLISH);
        TestClient ben = harness.clientAt(ELSEWHERE).greeted();

        ben.in("room", user);
        assertThat(ben.publish("room", "s1").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"address", "room", "user", "both"})
    void whoIsInIsPutOutAndDoesNotComeBack(String kind) {
        TestClient ben = in("ben", ELSEWHERE);
        TestClient anna = harness.clientAt(HERE).greeted();
        var loggedIn = anna.in("room", "anna");
        anna.publish("room", "s1");
        ben.forget();

        forbid(target(kind), Privilege.LOGIN);

        KickedOut kicked = anna.last(KickedOut.class);
        assertThat(kicked.code()).isEqualTo(ErrorCode.ROOM_MANUAL_KICKED_OUT.code());
        assertThat(kicked.customReason()).contains("may not log in until");
        if (!kind.equals("room")) {
            assertThat(ben.events()).hasSize(2);
            assertThat(((RoomEvent.StreamRemoved) ben.events().getFirst()).reason())
                    .isEqualTo(StreamRemovalReason.KICKED_OUT);
            assertThat(ben.events().getLast()).isInstanceOf(RoomEvent.UserLeft.class);
        }
        assertThat(harness.media.publisherCount()).isZero();

        TestClient again = harness.clientAt(HERE).greeted();
        assertThat(again.resume("room", "anna", loggedIn.resumeKey(), 1).code())
                .isEqualTo(ErrorCode.ROOM_MANUAL_KICKED_OUT.code());
        assertThat(again.login("room", "anna").code())
                .isEqualTo(ErrorCode.ROOM_USER_IN_BLACKLIST.code());
    }

    @Test
    void aRoomThatIsForbiddenIsEmptiedAndOthersAreNot() {
        TestClient anna = in("anna", HERE);
        TestClient ben = in("ben", ELSEWHERE);
        TestClient carl = harness.greetedClient();
        carl.in("other", "carl");
        ben.forget();

        forbid(Target.room("room"), Privilege.LOGIN);

        assertThat(anna.all(KickedOut.class)).hasSize(1);
        assertThat(ben.all(KickedOut.class)).hasSize(1);
        assertThat(ben.events()).as("nobody hears of the others' going").isEmpty();
        assertThat(carl.all(KickedOut.class)).isEmpty();
        assertThat(harness.plane.operations().rooms().hasRoom(APP, "room")).isFalse();
    }

    @Test
    void ofSeveralRoomsOnlyTheForbiddenOneIsLeft() {
        TestClient anna = in("anna", HERE);
        anna.in("other", "anna");

        forbid(Target.userInRoom("room", "anna"), Privilege.LOGIN);

        assertThat(anna.last(KickedOut.class).roomId()).isEqualTo("room");
        assertThat(anna.publish("other", "s1").code()).isZero();
        forbid(Target.user("anna"), Privilege.LOGIN);
        assertThat(anna.last(KickedOut.class).roomId()).isEqualTo("other");
    }

    @Test
    void whoWasAwayFindsItselfOut() {
        TestClient anna = harness.clientAt(HERE).greeted();
        var loggedIn = anna.in("room", "anna");
        anna.disconnect();

        forbid(Target.user("anna"), Privilege.LOGIN);

        assertThat(harness.plane.statistics().users()).isZero();
        TestClient again = harness.clientAt(HERE).greeted();
        assertThat(again.resume("room", "anna", loggedIn.resumeKey(), 1).code())
                .isEqualTo(ErrorCode.ROOM_MANUAL_KICKED_OUT.code());
        assertThat(again.last(KickedOut.class).roomId()).isEqualTo("room");
    }

    @Test
    void whoComesBackFromAForbiddenAddressIsPutOut() {
        forbid(Target.address(ELSEWHERE), Privilege.LOGIN);
        TestClient anna = harness.clientAt(HERE).greeted();
        var loggedIn = anna.in("room", "anna");
        anna.publish("room", "s1");
        anna.disconnect();

        TestClient moved = harness.clientAt(ELSEWHERE).greeted();

        assertThat(moved.resume("room", "anna", loggedIn.resumeKey(), 1).code())
                .isEqualTo(ErrorCode.ROOM_USER_IN_BLACKLIST.code());
        assertThat(harness.plane.statistics().users()).isZero();
        assertThat(harness.media.publisherCount()).isZero();
    }

    @Test
    void whoComesBackFromAnAddressThatMayNotPublishStops() {
        forbid(Target.address(ELSEWHERE), Privilege.PUBLISH);
        TestClient anna = harness.clientAt(HERE).greeted();
        var loggedIn = anna.in("room", "anna");
        anna.publish("room", "s1");
        anna.disconnect();

        TestClient moved = harness.clientAt(ELSEWHERE).greeted();

        assertThat(moved.resume("room", "anna", loggedIn.resumeKey(), 1).code()).isZero();
        assertThat(moved.last(PublishStateChanged.class).code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(moved.publish("room", "s1").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
    }

    @ParameterizedTest
    @CsvSource({"address", "room", "user", "both"})
    void whoMayNotPublishStopsAndIsRefused(String kind) {
        TestClient ben = in("ben", ELSEWHERE);
        TestClient anna = in("anna", HERE);
        anna.publish("room", "s1");
        ben.play("s1");
        ben.forget();

        forbid(target(kind), Privilege.PUBLISH);

        PublishStateChanged stopped = anna.last(PublishStateChanged.class);
        assertThat(stopped.state()).isEqualTo(MediaState.ENDED);
        assertThat(stopped.code()).isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(stopped.message()).contains("may not publish until");
        assertThat(((RoomEvent.StreamRemoved) ben.events().getLast()).reason())
                .isEqualTo(StreamRemovalReason.REMOVED_BY_SERVER);
        assertThat(ben.last(PlayStateChanged.class).code())
                .isEqualTo(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code());
        assertThat(anna.all(KickedOut.class)).isEmpty();
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(harness.media.playerCount()).isZero();

        Answer refused = anna.publish("room", "s1");
        assertThat(refused.code()).isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(refused.message()).contains("may not publish until");

        assertThat(forbids.deleteUserRule(APP, target(kind))).isTrue();
        assertThat(anna.publish("room", "s1").code()).isZero();
        assertThat(ben.all(StreamPlayable.class)).hasSize(1);
    }

    @Test
    void anOfferThatIsUnderWayIsRefusedForTheReason() {
        TestClient anna = in("anna", HERE);
        holding = true;
        long id = anna.send(TestClient.publishMessage("room", "s1", "offer"));

        forbid(Target.user("anna"), Privilege.PUBLISH);
        held.goOn();

        assertThat(anna.answer(id).code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        held.goOn();
        assertThat(harness.media.publisherCount()).isZero();
    }

    @Test
    void publishersOverHttpAreConcernedLikeOthers() {
        TestClient ben = in("ben", ELSEWHERE);
        http.publish(request("whip", "w1", HERE), "offer");
        assertThat(harness.media.publisherCount()).isEqualTo(1);

        forbid(Target.address(HERE), Privilege.LOGIN);
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(harness.plane.statistics().httpSessions()).isZero();
        assertThat(ben.events().getLast()).isInstanceOf(RoomEvent.UserLeft.class);
        assertThat(refusal(http.publish(request("whip", "w1", HERE), "offer")))
                .isEqualTo(ErrorCode.ROOM_USER_IN_BLACKLIST);

        http.publish(request("whip", "w1", ELSEWHERE), "offer");
        forbid(Target.userInRoom("room", "whip"), Privilege.PUBLISH);
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(harness.plane.statistics().httpSessions()).isZero();
        ben.forget();
        assertThat(refusal(http.publish(request("whip", "w1", ELSEWHERE), "offer")))
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID);
        assertThat(ben.events()).as("nobody comes only to go").isEmpty();
        assertThat(harness.plane.statistics().httpSessions()).isZero();
    }

    @Test
    void aPublisherOverHttpThatBeginsAgainFromAForbiddenAddressIsOut() {
        http.publish(request("whip", "w1", HERE), "offer");
        forbid(Target.address(ELSEWHERE), Privilege.LOGIN);

        assertThat(refusal(http.publish(request("whip", "w1", ELSEWHERE), "offer")))
                .isEqualTo(ErrorCode.ROOM_USER_IN_BLACKLIST);
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(harness.plane.statistics().users()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"address", "room", "user", "both"})
    void viewersOverHttpAreConcernedLikeOthers(String kind) {
        TestClient ben = harness.clientAt(ELSEWHERE).greeted();
        ben.in("room", "ben");
        ben.publish("room", "s1");
        http.play(request("anna", "s1", HERE), ResourceMode.RTC, "offer");
        http.play(request("other", "s1", ELSEWHERE), ResourceMode.RTC, "offer");
        assertThat(harness.media.playerCount()).isEqualTo(2);

        forbid(target(kind), Privilege.LOGIN);

        assertThat(harness.media.playerCount()).isEqualTo(kind.equals("room") ? 0 : 1);
        assertThat(refusal(http.play(request("anna", "s1", HERE), ResourceMode.RTC, "offer")))
                .isEqualTo(ErrorCode.ROOM_USER_IN_BLACKLIST);
        assertThat(harness.plane.statistics().httpSessions())
                .isEqualTo(kind.equals("room") ? 0 : 1);
    }

    @Test
    void aForbiddenStreamStopsForBothSidesUntilItIsAllowedAgain() {
        TestClient anna = in("anna", HERE);
        TestClient ben = in("ben", ELSEWHERE);
        anna.publish("room", "s1");
        ben.play("s1");
        http.play(request("obs", "s1", HERE), ResourceMode.RTC, "offer");

        assertThat(forbids.forbidStreams(APP, List.of("s1", "s2"), 1)).isEqualTo(Outcome.DONE);

        assertThat(anna.last(PublishStateChanged.class).state()).isEqualTo(MediaState.ENDED);
        assertThat(anna.last(PublishStateChanged.class).code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(ben.last(PlayStateChanged.class).state()).isEqualTo(MediaState.ENDED);
        assertThat(ben.last(PlayStateChanged.class).code())
                .isEqualTo(ErrorCode.PLAYER_ERROR_SERVER_FORBID.code());
        assertThat(harness.media.playerCount()).isZero();
        assertThat(harness.media.publisherCount()).isZero();
        assertThat(harness.plane.statistics().httpSessions()).isZero();
        assertThat(anna.publish("room", "s1").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(ben.publish("room", "s2").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(ben.play("s1").code()).isEqualTo(ErrorCode.PLAYER_ERROR_SERVER_FORBID.code());
        assertThat(refusal(http.publish(request("whip", "s1", HERE), "offer")))
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID);
        assertThat(refusal(http.play(request("obs", "s1", HERE), ResourceMode.RTC, "offer")))
                .isEqualTo(ErrorCode.PLAYER_ERROR_SERVER_FORBID);
        assertThat(forbids.publishedSince(APP, "s1")).isEmpty();
        assertThat(anna.publish("room", "s3").code()).as("others may").isZero();

        assertThat(forbids.resumeStreams(APP, List.of("s1"), 2)).isEqualTo(Outcome.DONE);
        assertThat(ben.all(StreamPlayable.class)).isEmpty();
        assertThat(anna.publish("room", "s1").code()).isZero();
        assertThat(ben.last(StreamPlayable.class).streamId()).isEqualTo("s1");
        assertThat(ben.play("s1").code()).isZero();
        assertThat(ben.publish("room", "s2").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        assertThat(forbids.publishedSince(APP, "s1")).hasValue(harness.clock.wallMs());
    }

    @Test
    void aPlayThatIsUnderWayWhenItsStreamIsForbiddenLearnsWhy() {
        TestClient anna = in("anna", HERE);
        TestClient ben = in("ben", ELSEWHERE);
        anna.publish("room", "s1");
        holding = true;
        long id = ben.send(TestClient.playMessage("s1", ResourceMode.RTC, "offer"));

        forbids.forbidStreams(APP, List.of("s1"), 1);
        held.goOn();

        assertThat(ben.answer(id).code()).isEqualTo(ErrorCode.PLAYER_ERROR_SERVER_FORBID.code());
        holding = false;
        forbids.resumeStreams(APP, List.of("s1"), 2);
        anna.publish("room", "s1");
        assertThat(ben.all(StreamPlayable.class)).as("the wish stands").hasSize(1);
    }

    @Test
    void requestsAboutAStreamThatComeLateChangeNothing() {
        assertThat(forbids.forbidStreams(APP, List.of("s1"), 5)).isEqualTo(Outcome.DONE);
        assertThat(forbids.resumeStreams(APP, List.of("s1"), 5)).isEqualTo(Outcome.LATE);
        assertThat(forbids.resumeStreams(APP, List.of("s1"), 4)).isEqualTo(Outcome.LATE);
        assertThat(in("anna", HERE).publish("room", "s1").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        harness.pass(Duration.ofSeconds(10));
        assertThat(forbids.resumeStreams(APP, List.of("s1"), 4)).isEqualTo(Outcome.DONE);
    }

    @Test
    void audioOrVideoIsWithheldWhileTheRuleHolds() {
        TestClient anna = in("anna", HERE);
        TestClient ben = in("ben", ELSEWHERE);
        anna.publish("room", "s1");
        TransportId publisher = harness.media.newest();
        ben.play("s1");
        ben.forget();

        assertThat(forbids.setStreamRule(APP, "room", "s1", MINUTE, new Media(false, true)))
                .isPresent();
        assertThat(harness.media.withheld(publisher)).isEqualTo(new Withheld(false, true));
        forbids.setStreamRule(APP, "room", "s1", MINUTE, new Media(true, false));
        assertThat(harness.media.withheld(publisher)).isEqualTo(new Withheld(true, false));
        forbids.setStreamRule(APP, "other", "s1", MINUTE, new Media(true, true));
        assertThat(harness.media.withheld(publisher)).isEqualTo(new Withheld(true, false));
        assertThat(ben.all(PlayStateChanged.class)).isEmpty();
        assertThat(ben.events()).isEmpty();

        harness.pass(MINUTE.minusSeconds(1));
        assertThat(harness.media.withheld(publisher)).isEqualTo(new Withheld(true, false));
        harness.pass(Duration.ofSeconds(3));
        assertThat(harness.media.withheld(publisher)).isEqualTo(Withheld.NOTHING);
        assertThat(forbids.statistics().streamRules()).isZero();
    }

    @Test
    void aStreamRuleHoldsForStreamsAndTransportsThatComeLater() {
        forbids.setStreamRule(APP, "room", "s1", MINUTE, new Media(true, true));
        TestClient anna = in("anna", HERE);
        anna.publish("room", "s1");
        assertThat(harness.media.withheld(harness.media.newest()))
                .isEqualTo(new Withheld(true, true));
        anna.publish("room", "s1");
        TransportId second = harness.media.newest();
        assertThat(harness.media.withheld(second)).isEqualTo(new Withheld(true, true));

        forbids.deleteStreamRule(APP, "room", "s1");
        assertThat(harness.media.withheld(second)).isEqualTo(Withheld.NOTHING);
        forbids.deleteStreamRule(APP, "room", "s1");
        assertThat(forbids.streamRule(APP, "room", "s1")).isEmpty();
    }

    @Test
    void rulesHoldAgainAfterARestart() {
        forbid(Target.user("anna"), Privilege.LOGIN);
        forbids.setUserRule(
                APP, Target.user("ben"), Set.of(Privilege.LOGIN), Duration.ofSeconds(1));
        forbids.setStreamRule(APP, "room", "s1", MINUTE, new Media(true, false));
        forbids.forbidStreams(APP, List.of("s2"), 1);

        FakeMediaPlane media = new FakeMediaPlane();
        harness.pass(Duration.ofSeconds(2));
        ControlHarness restarted =
                new ControlHarness(ControlConfig.defaults(), media, harness.rules);
        restarted.clock.advanceTo(harness.clock.nowNs());

        assertThat(restarted.greetedClient().login("room", "anna").code())
                .isEqualTo(ErrorCode.ROOM_USER_IN_BLACKLIST.code());
        TestClient ben = restarted.greetedClient();
        ben.in("room", "ben");
        ben.publish("room", "s1");
        TransportId publisher = media.newest();
        assertThat(media.withheld(publisher)).isEqualTo(new Withheld(true, false));
        assertThat(ben.publish("room", "s2").code())
                .isEqualTo(ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code());
        for (int i = 0; i < 7; i++) {
            restarted.pass(Duration.ofSeconds(10));
            ben.heartbeat();
        }
        assertThat(media.withheld(publisher)).isEqualTo(Withheld.NOTHING);
    }

    @Test
    void whatCannotBeStoredDoesNotHold() {
        harness.rules.failing = true;

        assertThatThrownBy(() -> forbid(Target.user("anna"), Privilege.LOGIN))
                .hasMessageContaining("disk");
        assertThatThrownBy(() -> forbids.forbidStreams(APP, List.of("s1"), 1))
                .hasMessageContaining("disk");

        TestClient anna = in("anna", HERE);
        assertThat(anna.publish("room", "s1").code()).isZero();
        harness.rules.failing = false;
        forbid(Target.user("anna"), Privilege.LOGIN);
        assertThat(anna.all(KickedOut.class)).hasSize(1);
    }

    @Test
    void moreRulesThanThereMayBeAreRefused() {
        for (int i = 0; i < Target.Kind.ADDRESS.maxRules(); i++) {
            forbid(Target.address("198.51.100." + i), Privilege.LOGIN);
        }

        assertThat(forbids.setUserRule(APP, Target.address(HERE), Set.of(Privilege.LOGIN), MINUTE))
                .isEmpty();
        assertThat(forbids.userRules(APP, Target.Kind.ADDRESS)).hasSize(100);
        assertThat(forbids.statistics().userRules()).isEqualTo(100);
        assertThat(forbids.deleteUserRule(APP, Target.address("198.51.100.7"))).isTrue();
        assertThat(forbids.deleteUserRule(APP, Target.address("198.51.100.7"))).isFalse();
        forbid(Target.address(HERE), Privilege.LOGIN);
        assertThat(harness.rules.userRules).hasSize(100);

        harness.pass(MINUTE.plusSeconds(2));
        forbid(Target.user("anna"), Privilege.LOGIN);
        assertThat(harness.rules.userRules).as("what has ended is not kept").hasSize(1);
    }

    @Test
    void rulesOfOneProjectSayNothingAboutAnother() {
        forbids.setUserRule(7, Target.user("anna"), Set.of(Privilege.LOGIN), MINUTE);
        forbids.forbidStreams(7, List.of("s1"), 1);

        assertThat(in("anna", HERE).publish("room", "s1").code()).isZero();
    }
}

package im.zego.zegoexpress.internal;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoRoomStreamListType;
import im.zego.zegoexpress.constants.ZegoStreamResourceMode;
import im.zego.zegoexpress.entity.ZegoCDNConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.sdk.fakes.FakeMedia;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Publishing and playing from the first call to the last state.
class MediaScenariosTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void publishingGoesFromRequestingToPublishingToNothing() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPublishingStream("s1");
        bench.run();
        FakeMedia.Session session = bench.media.session();
        assertThat(session.answer()).isEqualTo("answer");
        assertThat(bench.app.take()).containsExactly("publish s1 PUBLISH_REQUESTING 0");

        session.events().onConnected();
        session.events().onFirstAudio();
        session.events().onFirstVideo();
        session.events().onVideoSizeChanged(360, 640);
        bench.run();
        assertThat(bench.app.take())
                .containsExactly(
                        "publish s1 PUBLISHING 0",
                        "sent audio MAIN",
                        "sent video MAIN",
                        "publish size MAIN 360x640");

        engine.stopPublishingStream();
        bench.run();
        assertThat(bench.app.take()).containsExactly("publish s1 NO_PUBLISH 0");
        assertThat(session.isOpen()).isFalse();
        assertThat(bench.server.connection().last(ClientMessage.StopPublishing.class).streamId())
                .isEqualTo("s1");
        assertThat(bench.app.engineStates).containsExactly("START", "STOP");
        assertThat(bench.app.errors).isEmpty();
    }

    @Test
    void publishAndPlayRightAfterLoginTravelBehindIt() {
        bench.server.answerWith(message -> Optional.empty());
        ZegoExpressEngine engine = bench.create();
        bench.login(engine, "room");
        engine.startPublishingStream("mine");
        engine.startPlayingStream("theirs");
        bench.run();

        assertThat(bench.server.connection().requests())
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("Hello", "Login", "Publish", "Play");
        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGINING 0 {}",
                        "publish mine PUBLISH_REQUESTING 0",
                        "play theirs PLAY_REQUESTING 0");
    }

    @Test
    void whatWaitedForTheLoginEndsWithIt() {
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Login.class, message));
        ZegoExpressEngine engine = bench.create();
        bench.login(engine, "room");
        engine.startPublishingStream("mine");
        engine.startPlayingStream("theirs");
        bench.run();
        bench.app.take();
        long id = bench.server.connection().last(ClientMessage.Login.class).id();
        bench.server.say(Answer.refused(id, 1002033, "wrong token"));
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "room room LOGIN_FAILED 1002033 {\"reason\":\"wrong token\"}",
                        "login result 1002033",
                        "publish mine NO_PUBLISH 1000002",
                        "play theirs NO_PLAY 1000002");
        assertThat(bench.media.sessions()).noneMatch(FakeMedia.Session::isOpen);
    }

    @Test
    void withoutLoginNothingIsPublishedOrPlayed() {
        ZegoExpressEngine engine = bench.create();
        engine.startPublishingStream("mine");
        engine.startPlayingStream("theirs");
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly("publish mine NO_PUBLISH 1000002", "play theirs NO_PLAY 1000002");
        assertThat(bench.app.errors)
                .containsExactly("startPublishingStream 1000002", "startPlayingStream 1000002");
        assertThat(bench.media.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1003025, 1003028, 1003072, 1002033})
    void aRefusedPublishEndsWithTheServersCode(int code) {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Publish.class, code, message));
        engine.startPublishingStream("s1");
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "publish s1 PUBLISH_REQUESTING 0", "publish s1 NO_PUBLISH " + code);
        assertThat(bench.app.errors).containsExactly("startPublishingStream " + code);
        bench.server.answerWith(EngineBench::friendly);
        engine.startPublishingStream("s1");
        bench.run();
        assertThat(bench.media.session().answer()).isEqualTo("answer");
    }

    @Test
    void oneStreamAChannelAndFourChannels() {
        ZegoExpressEngine engine = bench.inRoom();
        for (ZegoPublishChannel channel : ZegoPublishChannel.values()) {
            engine.startPublishingStream("s" + channel.value(), channel);
        }
        engine.startPublishingStream("other");
        engine.startPublishingStream("s0");
        bench.run();

        assertThat(bench.media.sessions()).hasSize(4);
        assertThat(bench.app.lines)
                .containsExactly(
                        "publish s0 PUBLISH_REQUESTING 0",
                        "publish s1 PUBLISH_REQUESTING 0",
                        "publish s2 PUBLISH_REQUESTING 0",
                        "publish s3 PUBLISH_REQUESTING 0",
                        "publish other NO_PUBLISH 1003023");
        assertThat(bench.app.errors)
                .containsExactly("startPublishingStream 1003023", "startPublishingStream 1003023");
    }

    @Test
    void theSameStreamOnTwoChannelsIsRefused() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPublishingStream("s");
        engine.startPublishingStream("s", ZegoPublishChannel.AUX);
        bench.run();

        assertThat(bench.app.lines.get(1)).isEqualTo("publish s NO_PUBLISH 1003028");
        assertThat(bench.media.sessions()).hasSize(1);
    }

    @Test
    void aLostPathThatComesBackKeepsTheSession() {
        publishing();
        bench.media.session().events().onDisconnected();
        bench.loop().advanceMs(1999);
        bench.media.session().events().onConnected();
        bench.loop().advanceS(1);

        assertThat(bench.app.take())
                .containsExactly("publish s PUBLISH_REQUESTING 1003020", "publish s PUBLISHING 0");
        assertThat(bench.media.sessions()).hasSize(1);
    }

    @Test
    void aLostPathThatStaysLostGetsANewOffer() {
        publishing();
        bench.media.session().events().onDisconnected();
        bench.loop().advanceS(2);

        assertThat(bench.media.sessions()).hasSize(2);
        assertThat(bench.media.sessions().get(0).isOpen()).isFalse();
        assertThat(bench.server.connection().last(ClientMessage.Publish.class).offer())
                .isEqualTo("offer-2");
        bench.media.session().events().onConnected();
        bench.run();
        assertThat(bench.app.take())
                .containsExactly("publish s PUBLISH_REQUESTING 1003020", "publish s PUBLISHING 0");
    }

    @ParameterizedTest
    @CsvSource({"INTERRUPTED,2000", "ENDED,0"})
    void theServersWordOnTheMediaCountsToo(MediaState state, long afterMs) {
        publishing();
        bench.server.say(new ServerMessage.PublishStateChanged("s", state, 0, "gone"));
        bench.loop().advanceMs(afterMs);

        assertThat(bench.app.take()).containsExactly("publish s PUBLISH_REQUESTING 1003020");
        assertThat(bench.media.sessions()).hasSize(2);
    }

    @Test
    void aForbiddenStreamIsNotTriedAgain() {
        publishing();
        bench.server.say(
                new ServerMessage.PublishStateChanged("s", MediaState.ENDED, 1003025, "no"));
        bench.run();

        assertThat(bench.app.take()).containsExactly("publish s NO_PUBLISH 1003025");
        assertThat(bench.media.sessions()).hasSize(1);
    }

    @Test
    void publishingIsGivenUpWhenTheWindowEnds() {
        bench.configure("av_retry_time", "60");
        publishing();
        bench.media.session().events().onFailed("no route");
        bench.loop().advanceS(59);
        assertThat(bench.app.take()).containsExactly("publish s PUBLISH_REQUESTING 1003020");

        bench.loop().advanceS(1);
        assertThat(bench.app.take()).containsExactly("publish s NO_PUBLISH 1003021");
        int sessions = bench.media.sessions().size();
        assertThat(sessions).isGreaterThan(3);
        bench.loop().advanceS(60);
        assertThat(bench.media.sessions()).hasSize(sessions);
    }

    @Test
    void aRequestLostWithTheConnectionIsSentAgainOnTheNext() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Publish.class, message));
        engine.startPublishingStream("s");
        bench.run();
        bench.server.answerWith(EngineBench::friendly);
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.server.connection().last(ClientMessage.Publish.class).offer())
                .isEqualTo("offer-1");
        assertThat(bench.media.session().answer()).isEqualTo("answer");
    }

    @Test
    void mediaOutlivesALostConnectionOfTheSameSession() {
        publishing();
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.app.lines).noneMatch(line -> line.startsWith("publish"));
        assertThat(bench.media.sessions()).hasSize(1);
        assertThat(bench.server.connection().requests(ClientMessage.Publish.class)).isEmpty();
    }

    @Test
    void whatIsStoppedWhileTheConnectionIsDownIsStoppedAfterwards() {
        ZegoExpressEngine engine = publishing();
        engine.startPlayingStream("theirs");
        engine.startPlayingStream("again");
        bench.run();
        bench.server.setReachable(false);
        bench.server.connection().breakOff("cable cut");
        bench.run();
        engine.stopPublishingStream();
        engine.stopPlayingStream("theirs");
        engine.stopPlayingStream("again");
        engine.startPlayingStream("again");
        bench.run();
        bench.server.setReachable(true);
        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(
                                EngineBench.loggedIn(
                                        login, 1, new Answer.Missed(java.util.List.of())))
                        : EngineBench.friendly(message));
        bench.loop().advanceS(5);

        assertThat(bench.server.connection().requests(ClientMessage.StopPublishing.class))
                .extracting(ClientMessage.StopPublishing::streamId)
                .containsExactly("s");
        assertThat(bench.server.connection().requests(ClientMessage.StopPlaying.class))
                .extracting(ClientMessage.StopPlaying::streamId)
                .containsExactly("theirs");
        assertThat(bench.server.connection().requests(ClientMessage.Play.class))
                .extracting(ClientMessage.Play::streamId)
                .containsExactly("again");
        bench.server.connection().breakOff("cable cut again");
        bench.loop().advanceS(5);
        assertThat(bench.server.connection().requests(ClientMessage.StopPublishing.class))
                .isEmpty();
    }

    @Test
    void whatAFormerSessionStillSaysIsIgnored() {
        publishing();
        FakeMedia.Session former = bench.media.session();
        former.events().onFailed("no route");
        bench.run();
        assertThat(bench.app.take()).containsExactly("publish s PUBLISH_REQUESTING 1003020");

        former.events().onOffer("late offer");
        former.events().onConnected();
        former.events().onFirstVideo();
        former.events().onFailed("again");
        bench.run();
        assertThat(bench.app.lines).isEmpty();
        assertThat(bench.media.sessions()).hasSize(2);
        assertThat(bench.server.connection().last(ClientMessage.Publish.class).offer())
                .isEqualTo("offer-2");
    }

    @Test
    void theAnswerToAFormerRequestIsIgnored() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Publish.class, message));
        engine.startPublishingStream("s");
        bench.run();
        long former = bench.server.connection().last(ClientMessage.Publish.class).id();
        engine.stopPublishingStream();
        engine.startPublishingStream("s");
        bench.run();
        bench.app.take();
        bench.server.say(Answer.refused(former, 1003028, "too late"));
        bench.run();

        assertThat(bench.app.lines).isEmpty();
        assertThat(bench.media.session().isOpen()).isTrue();
    }

    @Test
    void aServerThatForgotTheSessionIsAskedAgain() {
        publishing();
        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(
                                Answer.ok(
                                        login.id(),
                                        new Answer.LoggedIn(
                                                "session-2",
                                                "key-2",
                                                1,
                                                EngineBench.snapshot(
                                                        java.util.List.of(), java.util.List.of()))))
                        : EngineBench.friendly(message));
        bench.server.connection().breakOff("restart");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);

        assertThat(bench.server.connection().requests(ClientMessage.Publish.class)).hasSize(1);
        assertThat(bench.media.sessions()).hasSize(2);
    }

    @Test
    void aKickEndsWhatIsPublishedAndPlayed() {
        ZegoExpressEngine engine = publishing();
        engine.startPlayingStream("theirs");
        bench.run();
        bench.app.take();
        bench.server.say(new ServerMessage.KickedOut("room", 1002050, "elsewhere"));
        bench.run();

        assertThat(bench.app.take())
                .containsExactly(
                        "room room KICK_OUT 1002050 {\"reason\":\"elsewhere\"}",
                        "publish s NO_PUBLISH 1002050",
                        "play theirs NO_PLAY 1002050");
    }

    @Test
    void leavingTheRoomEndsPublishingPlayingAndPreview() {
        ZegoExpressEngine engine = publishing();
        engine.startPreview(new ZegoCanvas("view"));
        engine.startPlayingStream("theirs");
        bench.run();
        bench.app.take();
        engine.logoutRoom();
        bench.run();

        assertThat(bench.app.take())
                .containsExactly(
                        "publish s NO_PUBLISH 0", "play theirs NO_PLAY 0", "room room LOGOUT 0 {}");
        assertThat(bench.media.calls()).contains("stopPreview MAIN");
        assertThat(bench.app.engineStates).containsExactly("START", "STOP");
    }

    @Test
    void qualityComesEveryThreeSeconds() {
        ZegoExpressEngine engine = publishing();
        engine.startPlayingStream("theirs");
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        bench.app.take();
        bench.loop().advanceS(6);

        assertThat(bench.app.take())
                .containsExactly(
                        "publish quality s 30.0",
                        "play quality theirs 30.0",
                        "publish quality s 30.0",
                        "play quality theirs 30.0");
    }

    @Test
    void playingGoesFromRequestingToPlayingToNothing() {
        ZegoExpressEngine engine = bench.inRoom();
        ZegoPlayerConfig config = new ZegoPlayerConfig();
        config.resourceMode = ZegoStreamResourceMode.ONLY_L3;
        engine.startPlayingStream("theirs", new ZegoCanvas("view"), config);
        bench.run();
        assertThat(bench.media.session().what()).isEqualTo("play theirs on view");
        assertThat(bench.server.connection().last(ClientMessage.Play.class).resourceMode())
                .isEqualTo(ResourceMode.L3);

        FakeMedia.Session session = bench.media.session();
        session.events().onConnected();
        session.events().onFirstAudio();
        session.events().onFirstVideo();
        session.events().onFirstVideoRendered();
        session.events().onVideoSizeChanged(360, 640);
        session.events().onFirstVideo();
        bench.run();
        engine.stopPlayingStream("theirs");
        bench.run();

        assertThat(bench.app.take())
                .containsExactly(
                        "play theirs PLAY_REQUESTING 0",
                        "play theirs PLAYING 0",
                        "received audio theirs",
                        "received video theirs",
                        "rendered theirs",
                        "play size theirs 360x640",
                        "play theirs NO_PLAY 0");
        assertThat(bench.server.connection().last(ClientMessage.StopPlaying.class).streamId())
                .isEqualTo("theirs");
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT,DEFAULT", "ONLY_L3,L3", "ONLY_RTC,RTC"})
    void resourceModesTravel(ZegoStreamResourceMode mode, ResourceMode wire) {
        ZegoPlayerConfig config = new ZegoPlayerConfig();
        config.resourceMode = mode;
        bench.inRoom().startPlayingStream("s", config);
        bench.run();

        assertThat(bench.server.connection().last(ClientMessage.Play.class).resourceMode())
                .isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ONLY_CDN", "CDN_PLUS", "CUSTOM"})
    void resourceModesThatAreNotDoneSaySo(String mode) {
        ZegoPlayerConfig config = new ZegoPlayerConfig();
        config.resourceMode = ZegoStreamResourceMode.valueOf(mode);
        bench.inRoom().startPlayingStream("s", config);
        bench.run();

        assertThat(bench.app.lines).containsExactly("play s NO_PLAY 1000010");
        assertThat(bench.app.errors).containsExactly("startPlayingStream 1000010");
    }

    @Test
    void aCdnAddressIsNotDone() {
        ZegoPlayerConfig config = new ZegoPlayerConfig();
        config.cdnConfig = new ZegoCDNConfig();
        bench.inRoom().startPlayingStream("s", config);
        bench.run();

        assertThat(bench.app.lines).containsExactly("play s NO_PLAY 1000010");
    }

    @Test
    void aStreamThatDoesNotExistYetStartsWhenItDoes() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Play.class, 1004002, message));
        engine.startPlayingStream("later");
        bench.loop().advanceS(3600);
        assertThat(bench.app.take()).containsExactly("play later PLAY_REQUESTING 0");
        assertThat(bench.server.connection().requests(ClientMessage.Play.class)).hasSize(1);

        bench.server.answerWith(EngineBench::friendly);
        bench.server.say(new ServerMessage.StreamPlayable("later"));
        bench.run();
        assertThat(bench.server.connection().last(ClientMessage.Play.class).offer())
                .isEqualTo("offer-1");
        bench.media.session().events().onConnected();
        bench.run();
        assertThat(bench.app.take()).containsExactly("play later PLAYING 0");
    }

    @Test
    void aStreamWhosePublisherLeftIsWaitedForAgain() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPlayingStream("theirs");
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        bench.app.take();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Play.class, 1004002, message));
        bench.server.say(new ServerMessage.PlayStateChanged("theirs", MediaState.ENDED, 0, "left"));
        bench.loop().advanceS(3600);
        assertThat(bench.app.take()).containsExactly("play theirs PLAY_REQUESTING 1004020");

        bench.server.answerWith(EngineBench::friendly);
        bench.server.say(new ServerMessage.StreamPlayable("theirs"));
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        assertThat(bench.app.take()).containsExactly("play theirs PLAYING 0");
    }

    @Test
    void l3WithoutTheServiceFails() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.server.answerWith(
                message -> EngineBench.refusing(ClientMessage.Play.class, 1004072, message));
        engine.startPlayingStream("s");
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly("play s PLAY_REQUESTING 0", "play s NO_PLAY 1004072");
    }

    @Test
    void theSameStreamAgainOnlyMovesToTheNewView() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPlayingStream("s", new ZegoCanvas("one"));
        engine.startPlayingStream("s", new ZegoCanvas("two"));
        bench.run();

        assertThat(bench.media.sessions()).hasSize(1);
        assertThat(bench.media.calls()).contains("updatePlayingCanvas s two");
        assertThat(engine.updatePlayingCanvas("s", new ZegoCanvas("three"))).isZero();
        assertThat(engine.updatePlayingCanvas("other", null)).isEqualTo(1004011);
        assertThat(bench.media.calls()).contains("updatePlayingCanvas s three");
    }

    @Test
    void twentyStreamsAreTheMost() {
        ZegoExpressEngine engine = bench.inRoom();
        for (int i = 0; i <= 20; i++) {
            engine.startPlayingStream("s" + i);
        }
        bench.run();

        assertThat(bench.media.sessions()).hasSize(20);
        assertThat(bench.app.lines).endsWith("play s20 NO_PLAY 1004010");
    }

    @Test
    void volumeAndMuteAreForgottenWithTheStream() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.mutePlayStreamAudio("s", true);
        engine.startPlayingStream("s");
        engine.mutePlayStreamAudio("s", true);
        engine.setPlayVolume("s", 50);
        bench.run();
        assertThat(bench.app.errors).containsExactly("mutePlayStreamAudio 1004011");
        assertThat(bench.media.calls())
                .endsWith(
                        "mutePlayStreamAudio s true",
                        "mutePlayStreamVideo s false",
                        "setPlayVolume s 50");

        engine.stopPlayingStream("s");
        engine.startPlayingStream("s");
        bench.run();
        assertThat(bench.media.calls())
                .endsWith(
                        "mutePlayStreamAudio s false",
                        "mutePlayStreamVideo s false",
                        "setPlayVolume s 100");
    }

    @Test
    void extraInfoTravelsWithTheStreamAndAfterIt() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.setStreamExtraInfo("before", code -> bench.results.add("before " + code));
        engine.startPublishingStream("s");
        bench.run();
        engine.setStreamExtraInfo("after", code -> bench.results.add("after " + code));
        bench.run();
        engine.setStreamExtraInfo(null, code -> bench.results.add("null " + code));
        engine.setStreamExtraInfo("x".repeat(1024), code -> bench.results.add("long " + code));
        bench.run();

        assertThat(bench.server.connection().last(ClientMessage.Publish.class).extraInfo())
                .isEqualTo("before");
        assertThat(
                        bench.server
                                .connection()
                                .last(ClientMessage.SetStreamExtraInfo.class)
                                .extraInfo())
                .isEqualTo("after");
        assertThat(bench.results)
                .containsExactly("before 0", "after 0", "null 1003050", "long 1003051");
    }

    @Test
    void theStreamListShowsOwnStreamsOnlyOnDemand() {
        ZegoExpressEngine engine = publishing();
        assertThat(engine.getRoomStreamList("room", ZegoRoomStreamListType.PLAY).publishStreamList)
                .isEmpty();
        assertThat(engine.getRoomStreamList("room", ZegoRoomStreamListType.ALL).publishStreamList)
                .extracting(stream -> stream.streamID)
                .containsExactly("s");
        assertThat(engine.getRoomStreamList("elsewhere", null).playStreamList).isEmpty();
    }

    private ZegoExpressEngine publishing() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPublishingStream("s");
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        bench.app.take();
        return engine;
    }
}

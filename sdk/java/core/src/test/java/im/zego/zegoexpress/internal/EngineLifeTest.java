package im.zego.zegoexpress.internal;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoAudioChannel;
import im.zego.zegoexpress.constants.ZegoAudioSampleRate;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoRoomMode;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormatSeries;
import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoRenderConfig;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoPublisherConfig;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoUser;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.sdk.port.I420Picture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Creating, configuring, misusing and destroying an engine.
class EngineLifeTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void aSecondCreateGivesTheSameEngineAndKeepsTheHandler() {
        ZegoExpressEngine first = bench.create();
        Recorder other = new Recorder();
        assertThat(bench.registry.create(EngineBench.profile(5, ""), other, false)).isSameAs(first);
        bench.login(first, "room");

        assertThat(bench.app.lines).isNotEmpty();
        assertThat(other.lines).isEmpty();
    }

    @Test
    void aSecondHandlerNeedsTheFirstToGo() {
        ZegoExpressEngine engine = bench.create();
        Recorder second = new Recorder();
        engine.setEventHandler(second);
        bench.login(engine, "one");
        assertThat(bench.app.errors).containsExactly("setEventHandler 1000008");
        assertThat(second.lines).isEmpty();

        engine.setEventHandler(null);
        engine.setEventHandler(second);
        engine.logoutRoom();
        bench.run();
        assertThat(second.lines).containsExactly("room one LOGOUT 0 {}");
    }

    @ParameterizedTest
    @CsvSource({
        "0,'',1001000",
        "-1,'',1001004",
        "4294967296,'',1001004",
        "1,abc,1001001",
        "1,zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef,1001002"
    })
    void wrongCredentialsAreReportedAtOnceAndFailEveryLogin(long appId, String sign, int code) {
        ZegoExpressEngine engine = bench.create(EngineBench.profile(appId, sign));
        assertThat(bench.app.errors).containsExactly("createEngine " + code);
        bench.login(engine, "room");

        assertThat(bench.results).containsExactly("login " + code);
        assertThat(bench.app.lines.get(0)).startsWith("room room LOGIN_FAILED " + code);
        assertThat(bench.server.connectionCount()).isZero();
    }

    @Test
    void theOldFormOfCreateNeedsAnAppSign() {
        bench.registry.create(EngineBench.profile(1, ""), bench.app, true);
        assertThat(bench.app.errors).containsExactly("createEngine 1001003");
    }

    @ParameterizedTest
    @CsvSource({
        "'',me,Me,1002011",
        "ro om,me,Me,1002012",
        "/,me,Me,1002012",
        "room,'',Me,1002005",
        "room,m\u00e9,Me,1002006",
        "room,me,a\u0007b,1002009"
    })
    void badNamesFailTheLoginAtOnce(String room, String user, String name, int code) {
        ZegoExpressEngine engine = bench.create();
        login(engine, room, new ZegoUser(user, name));

        assertThat(bench.results).containsExactly("login " + code);
        assertThat(bench.app.lines)
                .singleElement()
                .asString()
                .startsWith("room " + room + " LOGIN_FAILED " + code + " {\"reason\":");
        assertThat(bench.app.errors).containsExactly("loginRoom " + code);
        assertThat(bench.server.connectionCount()).isZero();
    }

    @Test
    void overlongAndMissingNamesFailTheLoginAtOnce() {
        ZegoExpressEngine engine = bench.create();
        login(engine, "r".repeat(128), new ZegoUser("me"));
        login(engine, null, new ZegoUser("me"));
        login(engine, "room", new ZegoUser("m".repeat(64), "Me"));
        login(engine, "room", new ZegoUser("me", "n".repeat(256)));
        login(engine, "room", new ZegoUser("me", null));
        login(engine, "room", new ZegoUser(null, null));
        login(engine, "room", null);
        assertThat(bench.results)
                .containsExactly(
                        "login 1002013",
                        "login 1002011",
                        "login 1002007",
                        "login 1002010",
                        "login 1002008",
                        "login 1002005",
                        "login 1002005");
        bench.results.clear();
        login(engine, "r".repeat(127), new ZegoUser("m".repeat(63), ""));
        assertThat(bench.results).containsExactly("login 0");
    }

    @ParameterizedTest
    @CsvSource({"'',1000015", "a b,1000016", "stream/1,1000016"})
    void badStreamNamesAreNeitherPublishedNorPlayed(String stream, int code) {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPublishingStream(stream);
        engine.startPlayingStream(stream);
        bench.run();

        assertThat(bench.app.lines)
                .containsExactly(
                        "publish " + stream + " NO_PUBLISH " + code,
                        "play " + stream + " NO_PLAY " + code);
        assertThat(bench.media.sessions()).isEmpty();
    }

    @Test
    void destroyLogsOutFreesTheDevicesAndCallsBack() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPreview(null);
        engine.startPublishingStream("s");
        bench.run();
        bench.app.take();
        bench.registry.destroy(() -> bench.results.add("destroyed"));
        assertThat(bench.registry.engine()).isNull();
        bench.run();

        assertThat(bench.results).containsExactly("destroyed");
        assertThat(bench.server.connection().requests(ClientMessage.Logout.class)).hasSize(1);
        assertThat(bench.server.connection().isOpen()).isFalse();
        assertThat(bench.media.isClosed()).isTrue();
        assertThat(bench.media.calls()).contains("stopPreview MAIN");
        assertThat(bench.media.session().isOpen()).isFalse();
        assertThat(bench.loop().stopped()).isTrue();
        assertThat(bench.app.lines).isEmpty();
    }

    @Test
    void destroyWaitsAShortTimeForTheServer() {
        bench.inRoom();
        bench.server.answerWith(message -> java.util.Optional.empty());
        bench.registry.destroy(() -> bench.results.add("destroyed"));
        bench.loop().advanceMs(1999);
        assertThat(bench.results).isEmpty();

        bench.loop().advanceMs(1);
        assertThat(bench.results).containsExactly("destroyed");
    }

    @Test
    void destroyDuringLoginAnswersTheLoginAndEnds() {
        bench.server.answerWith(
                message -> EngineBench.friendlyBut(ClientMessage.Login.class, message));
        bench.login(bench.create(), "room");
        bench.app.take();
        bench.registry.destroy(() -> bench.results.add("destroyed"));
        bench.run();

        assertThat(bench.results).containsExactly("login 1000001", "destroyed");
        assertThat(bench.server.connection().requests(ClientMessage.Logout.class)).hasSize(1);
    }

    @Test
    void destroyWithoutAnEngineOnlyCallsBack() {
        bench.registry.destroy(() -> bench.results.add("destroyed"));
        bench.registry.destroy(null);
        assertThat(bench.results).containsExactly("destroyed");
    }

    @Test
    void anEngineCanBeCreatedAgain() {
        ZegoExpressEngine first = bench.inRoom();
        bench.registry.destroy(null);
        bench.run();
        ZegoExpressEngine second = bench.create();
        bench.login(second, "room");

        assertThat(second).isNotSameAs(first);
        assertThat(bench.results).containsExactly("login 0");
    }

    @Test
    void callsAfterDestroyFailSoftly() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.registry.destroy(null);
        bench.run();
        bench.apiResults.clear();
        login(engine, "room", new ZegoUser("me"));
        engine.logoutRoom((code, data) -> bench.results.add("logout " + code));
        engine.setStreamExtraInfo("x", code -> bench.results.add("extra " + code));
        engine.startPublishingStream("s");
        assertThat(engine.updatePlayingCanvas("s", null)).isEqualTo(1000001);
        assertThat(engine.getVideoConfig()).isNotNull();

        assertThat(bench.results)
                .containsExactly("login 1000001", "logout 1000001", "extra 1000001");
        assertThat(bench.apiResults).hasSize(6).allMatch(line -> line.endsWith(" 1000001"));
        assertThat(bench.app.lines).isEmpty();
    }

    /// The promise of the whole class of methods not done yet, and a net under the others: whatever
    /// is passed, before, during and after, nothing is thrown.
    @Test
    void noMethodOfTheEngineThrowsOnNullsAndZeros() throws IllegalAccessException {
        ZegoExpressEngine engine = bench.inRoom();
        List<String> thrown = new ArrayList<>();
        callEverything(engine, thrown);
        bench.loop().advanceS(10);
        bench.registry.destroy(null);
        bench.loop().advanceS(10);
        callEverything(engine, thrown);
        assertThat(thrown).isEmpty();
    }

    private void callEverything(ZegoExpressEngine engine, List<String> thrown)
            throws IllegalAccessException {
        int count = 0;
        for (Method method : ZegoExpressEngine.class.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            count++;
            Object[] arguments = new Object[method.getParameterCount()];
            Class<?>[] types = method.getParameterTypes();
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = zero(types[i]);
            }
            try {
                method.invoke(engine, arguments);
                if (!bench.loop().stopped()) {
                    bench.run();
                }
            } catch (InvocationTargetException e) {
                thrown.add(method + ": " + e.getCause());
            }
        }
        assertThat(count).isGreaterThan(300);
    }

    private static Object zero(Class<?> type) {
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        } else if (type == float.class) {
            return 0f;
        } else if (type == double.class) {
            return 0d;
        }
        return null;
    }

    @Test
    void whatIsNotDoneAnswersThroughItsCallback() {
        ZegoExpressEngine engine = bench.inRoom();
        bench.apiResults.clear();
        engine.uploadLog(code -> bench.results.add("log " + code));
        engine.takePlayStreamSnapshot("s", (code, image) -> bench.results.add("shot " + code));
        assertThat(engine.createMediaPlayer()).isNull();
        engine.enableHardwareEncoder(true);
        bench.run();

        assertThat(bench.results).containsExactly("log 1000010", "shot 1000010");
        assertThat(bench.app.errors)
                .containsExactly(
                        "uploadLog 1000010",
                        "takePlayStreamSnapshot 1000010",
                        "createMediaPlayer 1000010",
                        "enableHardwareEncoder 1000010");
        assertThat(bench.apiResults).containsExactlyElementsOf(bench.app.errors);
    }

    @Test
    void roomModeIsSetBeforeTheEngine() {
        bench.registry.setRoomMode(ZegoRoomMode.MULTI_ROOM);
        ZegoExpressEngine engine = bench.create();
        bench.registry.setRoomMode(ZegoRoomMode.SINGLE_ROOM);
        assertThat(bench.app.errors).containsExactly("setRoomMode 1001020");
        for (int i = 1; i <= 6; i++) {
            bench.login(engine, "room" + i);
        }
        login(engine, "room7", new ZegoUser("me"));
        assertThat(bench.results)
                .containsExactly(
                        "login 0",
                        "login 0",
                        "login 0",
                        "login 0",
                        "login 0",
                        "login 1002037",
                        "login 1002037");

        bench.app.take();
        ZegoPublisherConfig publisher = new ZegoPublisherConfig();
        publisher.roomID = "room2";
        ZegoPlayerConfig player = new ZegoPlayerConfig();
        player.roomID = "room3";
        engine.startPublishingStream("nowhere");
        engine.startPlayingStream("nowhere");
        engine.startPublishingStream("s", publisher, ZegoPublishChannel.MAIN);
        engine.startPlayingStream("t", player);
        engine.logoutRoom("room2");
        engine.logoutRoom((code, data) -> bench.app.lines.add("logout " + code));
        bench.run();
        assertThat(bench.app.take())
                .containsSubsequence(
                        "publish nowhere NO_PUBLISH 1003070",
                        "play nowhere NO_PLAY 1004070",
                        "publish s PUBLISH_REQUESTING 0",
                        "play t PLAY_REQUESTING 0",
                        "publish s NO_PUBLISH 0",
                        "play t NO_PLAY 0",
                        "room room2 LOGOUT 0 {}",
                        "room room1 LOGOUT 0 {}",
                        "room room5 LOGOUT 0 {}",
                        "logout 0");
    }

    @Test
    void anotherUserInASecondRoomIsRefused() {
        bench.registry.setRoomMode(ZegoRoomMode.MULTI_ROOM);
        ZegoExpressEngine engine = bench.create();
        bench.login(engine, "room1");
        login(engine, "room2", new ZegoUser("somebody"));
        assertThat(bench.results).containsExactly("login 0", "login 1002018");
    }

    @Test
    void scenariosSetWhatIsCapturedAndOnlyOutsideRooms() {
        ZegoExpressEngine engine = bench.create();
        engine.setRoomScenario(ZegoScenario.BROADCAST);
        bench.run();
        assertThat(engine.getVideoConfig().encodeWidth).isEqualTo(540);
        assertThat(engine.getVideoConfig().fps).isEqualTo(24);
        engine.setRoomScenario(ZegoScenario.STANDARD_CHATROOM);
        bench.run();
        assertThat(bench.media.calls()).endsWith("enableCamera FOURTH false");
        bench.login(engine, "room");
        engine.setRoomScenario(ZegoScenario.DEFAULT);
        bench.run();
        assertThat(bench.app.errors).containsExactly("setRoomScenario 1000067");
    }

    @Test
    void configurationsAreCopiedAndChecked() {
        ZegoExpressEngine engine = bench.create();
        ZegoVideoConfig config = new ZegoVideoConfig();
        config.setEncodeResolution(720, 1280);
        engine.setVideoConfig(config, ZegoPublishChannel.AUX);
        bench.run();
        config.encodeWidth = 1;
        assertThat(engine.getVideoConfig(ZegoPublishChannel.AUX).encodeWidth).isEqualTo(720);
        assertThat(engine.getVideoConfig().encodeWidth).isEqualTo(360);

        config.bitrate = 0;
        engine.setVideoConfig(config);
        config.fps = 0;
        engine.setVideoConfig(config);
        engine.setVideoConfig(null);
        engine.setAudioConfig(null);
        bench.run();
        assertThat(bench.app.errors)
                .containsExactly(
                        "setVideoConfig 1003002",
                        "setVideoConfig 1000017",
                        "setVideoConfig 1000017",
                        "setAudioConfig 1000017");
    }

    @Test
    void ownFramesAreTakenWhileCapturing() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.setCustomVideoCaptureHandler(
                new IZegoCustomVideoCaptureHandler() {
                    @Override
                    public void onStart(ZegoPublishChannel channel) {
                        bench.results.add("start " + channel);
                    }

                    @Override
                    public void onStop(ZegoPublishChannel channel) {
                        bench.results.add("stop " + channel);
                    }
                });
        sendFrame(engine);
        ZegoCustomVideoCaptureConfig config = new ZegoCustomVideoCaptureConfig();
        config.bufferType = ZegoVideoBufferType.RAW_DATA;
        engine.enableCustomVideoCapture(true, config);
        bench.run();
        sendFrame(engine);
        engine.startPreview(null);
        engine.startPublishingStream("s");
        engine.stopPreview();
        bench.run();
        sendFrame(engine);
        engine.enableCustomVideoCapture(false, null);
        engine.stopPublishingStream();
        bench.loop().advanceS(1);
        sendFrame(engine);

        assertThat(bench.results).containsExactly("start MAIN", "stop MAIN");
        assertThat(bench.app.errors)
                .containsExactly(
                        "sendCustomVideoCaptureRawData 1011002",
                        "sendCustomVideoCaptureRawData 1011001",
                        "enableCustomVideoCapture 1011003",
                        "sendCustomVideoCaptureRawData 1011001");
        assertThat(bench.media.calls()).containsOnlyOnce("frame MAIN 4x2");
        config.bufferType = ZegoVideoBufferType.GL_TEXTURE_2D;
        engine.enableCustomVideoCapture(true, config);
        bench.run();
        assertThat(bench.app.errors).endsWith("enableCustomVideoCapture 1011011");
    }

    private static void sendFrame(ZegoExpressEngine engine) {
        ZegoVideoFrameParam param = new ZegoVideoFrameParam();
        param.format = ZegoVideoFrameFormat.I420;
        param.width = 4;
        param.height = 2;
        engine.sendCustomVideoCaptureRawData(ByteBuffer.allocate(12), 12, param, 0);
    }

    @Test
    void ownSoundIsTakenWhileCapturing() {
        ZegoExpressEngine engine = bench.create();
        ZegoAudioFrameParam param = new ZegoAudioFrameParam();
        param.sampleRate = ZegoAudioSampleRate.ZEGO_AUDIO_SAMPLE_RATE_48K;
        param.channel = ZegoAudioChannel.MONO;
        ByteBuffer tenMs = ByteBuffer.allocate(960);
        engine.sendCustomAudioCapturePCMData(tenMs, 960, param);
        engine.enableCustomAudioIO(true, null);
        engine.startPreview();
        bench.run();
        engine.sendCustomAudioCapturePCMData(tenMs, 960, param);
        engine.sendCustomAudioCapturePCMData(tenMs, 961, param);
        bench.loop().advanceMs(999);
        engine.sendCustomAudioCapturePCMData(tenMs, 961, param);
        bench.loop().advanceMs(1);
        engine.sendCustomAudioCapturePCMData(tenMs, 2000, param);
        bench.loop().advanceS(1);
        param.channel = ZegoAudioChannel.UNKNOWN;
        engine.sendCustomAudioCapturePCMData(tenMs, 960, param);

        assertThat(bench.media.calls()).containsOnlyOnce("pcm MAIN 960 48000 1");
        assertThat(bench.app.errors)
                .containsExactly(
                        "sendCustomAudioCapturePCMData 1012002",
                        "sendCustomAudioCapturePCMData 1000017",
                        "sendCustomAudioCapturePCMData 1000017",
                        "sendCustomAudioCapturePCMData 1000017");
    }

    @Test
    void decodedPicturesGoToTheApp() {
        ZegoExpressEngine engine = bench.create();
        engine.setCustomVideoRenderHandler(
                new IZegoCustomVideoRenderHandler() {
                    @Override
                    public void onRemoteVideoFrameRawData(
                            ByteBuffer[] data,
                            int[] dataLength,
                            ZegoVideoFrameParam param,
                            String streamID) {
                        bench.results.add(
                                streamID
                                        + " "
                                        + param.format
                                        + " "
                                        + param.width
                                        + "x"
                                        + param.height
                                        + " "
                                        + List.of(dataLength[0], dataLength[1], dataLength[2])
                                        + " "
                                        + param.strides[0]);
                    }
                });
        ZegoCustomVideoRenderConfig config = new ZegoCustomVideoRenderConfig();
        config.frameFormatSeries = ZegoVideoFrameFormatSeries.YUV;
        engine.enableCustomVideoRender(true, config);
        bench.run();
        ByteBuffer plane = ByteBuffer.allocate(64);
        bench.media.sink().onFrame("s", new I420Picture(plane, 8, plane, 4, plane, 4, 6, 3));

        assertThat(bench.results).containsExactly("s I420 6x3 [24, 8, 8] 8");
    }

    @Test
    void devicesSpeakForThemselves() {
        bench.create();
        bench.media.listener().onCapturedVideoFirstFrame(ZegoPublishChannel.MAIN);
        bench.media.listener().onCapturedAudioFirstFrame();
        bench.media.listener().onDeviceError(1006006, "camera unplugged");
        assertThat(bench.app.lines).containsExactly("captured video MAIN", "captured audio");
        assertThat(bench.app.errors).containsExactly("device 1006006");
    }

    @Test
    void anAppThatThrowsHurtsOnlyItself() {
        bench.registry.create(
                EngineBench.profile(1, EngineBench.APP_SIGN),
                new IZegoEventHandler() {
                    @Override
                    public void onRoomStateUpdate(
                            String roomID,
                            im.zego.zegoexpress.constants.ZegoRoomState state,
                            int errorCode,
                            org.json.JSONObject extendedData) {
                        throw new IllegalStateException("a bug of the app");
                    }
                },
                false);
        List<Throwable> seen = new ArrayList<>();
        Thread.UncaughtExceptionHandler before =
                Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> seen.add(e));
        try {
            bench.login(bench.registry.engine(), "room");
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
        assertThat(seen).hasSize(2);
        assertThat(bench.results).containsExactly("login 0");
    }

    private void login(ZegoExpressEngine engine, String room, ZegoUser user) {
        engine.loginRoom(
                room,
                user,
                new ZegoRoomConfig(),
                (code, data) -> bench.results.add("login " + code));
        if (!bench.loop().stopped()) {
            bench.run();
        }
    }
}

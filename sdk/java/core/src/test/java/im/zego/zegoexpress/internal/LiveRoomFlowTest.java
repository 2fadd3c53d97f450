package im.zego.zegoexpress.internal;

import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoStreamResourceMode;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import im.zego.zegoexpress.entity.ZegoPlayerConfig;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/// An app written the way existing apps are: if this needs a change to compile, so do they.
@SuppressWarnings("StatementSwitchToExpressionSwitch") // existing apps have such switches
class LiveRoomFlowTest {
    private final EngineBench bench = new EngineBench();
    private final List<String> seen = new ArrayList<>();
    private final Object previewView = "previewView";
    private final Object playView = "playView";
    private ZegoExpressEngine engine;
    private String playStreamID;

    @Test
    void aHostAndViewerInOneAppGoesFromCreateToDestroy() {
        ZegoEngineProfile profile = new ZegoEngineProfile();
        profile.appID = 1234567890L;
        profile.scenario = ZegoScenario.DEFAULT;
        profile.application = getApplication();
        engine = bench.registry.create(profile, null, false);
        engine.setEventHandler(new AppHandler());

        ZegoUser user = new ZegoUser("user1");
        ZegoRoomConfig roomConfig = new ZegoRoomConfig();
        roomConfig.token = "xxxx";
        roomConfig.isUserStatusNotify = true;
        engine.loginRoom(
                "room1",
                user,
                roomConfig,
                (int error, JSONObject extendedData) -> {
                    seen.add("login " + error);
                });
        ZegoCanvas previewCanvas = new ZegoCanvas(previewView);
        engine.startPreview(previewCanvas);
        engine.startPublishingStream("stream1");
        bench.run();
        bench.media.session().events().onConnected();
        bench.server.say(
                new ServerMessage.RoomEvents(
                        "room1",
                        3,
                        List.of(
                                new RoomEvent.UserJoined(2, EngineBench.user("user2")),
                                new RoomEvent.StreamAdded(
                                        3, EngineBench.stream("stream2", "user2")))));
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();

        engine.stopPublishingStream();
        engine.stopPreview();
        engine.stopPlayingStream("stream2");
        engine.logoutRoom();
        bench.run();
        bench.registry.destroy(null);
        bench.run();

        assertThat(seen)
                .containsExactly(
                        "logging in",
                        "publish PUBLISH_REQUESTING",
                        "logged in",
                        "login 0",
                        "publish PUBLISHING",
                        "ADD user2",
                        "play PLAY_REQUESTING",
                        "play PLAYING",
                        "publish NO_PUBLISH",
                        "play NO_PLAY",
                        "logged out");
        assertThat(bench.media.calls())
                .contains("startPreview MAIN previewView", "play stream2 on playView");
    }

    private Object getApplication() {
        return new Object();
    }

    private final class AppHandler extends IZegoEventHandler {
        @Override
        public void onRoomStateChanged(
                String roomID,
                ZegoRoomStateChangedReason reason,
                int errorCode,
                JSONObject extendedData) {
            super.onRoomStateChanged(roomID, reason, errorCode, extendedData);
            if (reason == ZegoRoomStateChangedReason.LOGINING) {
                seen.add("logging in");
            } else if (reason == ZegoRoomStateChangedReason.LOGINED) {
                seen.add("logged in");
            } else if (reason == ZegoRoomStateChangedReason.LOGIN_FAILED) {
                seen.add("failed");
            } else if (reason == ZegoRoomStateChangedReason.RECONNECTING) {
                seen.add("reconnecting");
            } else if (reason == ZegoRoomStateChangedReason.RECONNECTED) {
                seen.add("reconnected");
            } else if (reason == ZegoRoomStateChangedReason.RECONNECT_FAILED) {
                seen.add("reconnect failed");
            } else if (reason == ZegoRoomStateChangedReason.KICK_OUT) {
                seen.add("kicked out");
            } else if (reason == ZegoRoomStateChangedReason.LOGOUT) {
                seen.add("logged out");
            } else if (reason == ZegoRoomStateChangedReason.LOGOUT_FAILED) {
                seen.add("logout failed");
            }
        }

        @Override
        public void onRoomUserUpdate(
                String roomID, ZegoUpdateType updateType, ArrayList<ZegoUser> userList) {
            super.onRoomUserUpdate(roomID, updateType, userList);
            if (updateType == ZegoUpdateType.ADD) {
                for (ZegoUser user : userList) {
                    seen.add("ADD " + user.userID);
                }
            } else if (updateType == ZegoUpdateType.DELETE) {
                for (ZegoUser user : userList) {
                    seen.add("DELETE " + user.userName);
                }
            }
        }

        @Override
        public void onRoomStreamUpdate(
                String roomID,
                ZegoUpdateType updateType,
                ArrayList<ZegoStream> streamList,
                JSONObject extendedData) {
            super.onRoomStreamUpdate(roomID, updateType, streamList, extendedData);
            if (updateType == ZegoUpdateType.ADD) {
                ZegoStream stream = streamList.get(0);
                playStreamID = stream.streamID;
                ZegoCanvas playCanvas = new ZegoCanvas(playView);
                ZegoPlayerConfig playerConfig = new ZegoPlayerConfig();
                playerConfig.resourceMode = ZegoStreamResourceMode.ONLY_L3;
                engine.startPlayingStream(playStreamID, playCanvas, playerConfig);
            }
        }

        @Override
        public void onPublisherStateUpdate(
                String streamID, ZegoPublisherState state, int errorCode, JSONObject extendedData) {
            super.onPublisherStateUpdate(streamID, state, errorCode, extendedData);
            if (errorCode != 0) {
                seen.add("publish error " + errorCode);
            } else {
                switch (state) {
                    case PUBLISHING:
                    case PUBLISH_REQUESTING:
                    case NO_PUBLISH:
                        seen.add("publish " + state);
                        break;
                }
            }
        }

        @Override
        public void onPlayerStateUpdate(
                String streamID, ZegoPlayerState state, int errorCode, JSONObject extendedData) {
            super.onPlayerStateUpdate(streamID, state, errorCode, extendedData);
            if (errorCode != 0) {
                seen.add("play error " + errorCode);
            } else {
                switch (state) {
                    case PLAYING:
                    case PLAY_REQUESTING:
                    case NO_PLAY:
                        seen.add("play " + state);
                        break;
                }
            }
        }
    }
}

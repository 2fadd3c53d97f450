package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.EngineBench.stream;
import static im.zego.zegoexpress.internal.EngineBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Cameras and microphones: what others are told of one's own, what the app is told of others'.
class DeviceScenariosTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void theStateAtTheStartTravelsWithThePublish() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.enableCamera(false);
        engine.muteMicrophone(true);
        engine.startPublishingStream("s");
        bench.run();
        ClientMessage.Publish publish = bench.server.connection().last(ClientMessage.Publish.class);
        assertThat(publish.camera()).isEqualTo(DeviceState.DISABLE);
        assertThat(publish.microphone()).isEqualTo(DeviceState.MUTE);
        assertThat(told()).isEmpty();
    }

    @Test
    void eachChangeIsToldAndNothingElse() {
        ZegoExpressEngine engine = publishing();
        engine.mutePublishStreamVideo(true);
        engine.mutePublishStreamVideo(true);
        engine.enableCamera(false);
        engine.mutePublishStreamVideo(false);
        engine.enableCamera(true);
        engine.mutePublishStreamAudio(true);
        engine.muteMicrophone(true);
        engine.mutePublishStreamAudio(false);
        engine.muteMicrophone(false);
        engine.enableAudioCaptureDevice(false);
        engine.enableAudioCaptureDeviceAsync(true, code -> bench.results.add("device " + code));
        engine.mutePublishStreamVideo(true, ZegoPublishChannel.AUX);
        bench.run();
        assertThat(told())
                .containsExactly(
                        "MUTE OPEN",
                        "DISABLE OPEN",
                        "OPEN OPEN",
                        "OPEN MUTE",
                        "OPEN OPEN",
                        "OPEN DISABLE",
                        "OPEN OPEN");
        assertThat(bench.results).containsExactly("device 0");
        assertThat(bench.media.calls())
                .containsSubsequence(
                        "mutePublishStreamAudio MAIN true",
                        "muteMicrophone true",
                        "mutePublishStreamAudio MAIN false",
                        "muteMicrophone false",
                        "mutePublishStreamAudio MAIN true",
                        "mutePublishStreamAudio MAIN false");
    }

    @Test
    void theAppSaysHowTheSourceOfItsOwnFramesFares() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.enableCustomVideoCapture(true, null);
        engine.enableCamera(false); // not what is published
        engine.startPublishingStream("s");
        bench.run();
        setState(engine, true, ZegoRemoteDeviceState.IN_BACKGROUND);
        setState(engine, false, ZegoRemoteDeviceState.OPEN);
        setState(engine, true, ZegoRemoteDeviceState.OPEN);
        setState(engine, false, null);
        engine.setCustomVideoCaptureDeviceState(true, ZegoRemoteDeviceState.OPEN, null);
        bench.run();
        assertThat(bench.server.connection().last(ClientMessage.Publish.class).camera())
                .isEqualTo(DeviceState.OPEN);
        assertThat(told())
                .containsExactly("IN_BACKGROUND OPEN", "DISABLE OPEN", "OPEN OPEN", "DISABLE OPEN");
        assertThat(bench.app.errors).containsExactly("setCustomVideoCaptureDeviceState 1000017");
    }

    @Test
    void ownSoundNeedsNoDevice() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.enableCustomAudioIO(true, null);
        engine.enableAudioCaptureDevice(false);
        engine.startPublishingStream("s");
        bench.run();
        assertThat(bench.server.connection().last(ClientMessage.Publish.class).microphone())
                .isEqualTo(DeviceState.OPEN);
        assertThat(bench.media.calls())
                .contains("mutePublishStreamAudio AUX true")
                .doesNotContain("mutePublishStreamAudio MAIN true");
    }

    @Test
    void whatChangesWhileTheConnectionIsDownIsToldAfterwards() {
        ZegoExpressEngine engine = publishing();
        bench.server.connection().breakOff("cable cut");
        bench.run();
        engine.enableCamera(false);
        engine.muteMicrophone(true);
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(told()).containsExactly("DISABLE MUTE");
    }

    @Test
    void whatWasLostWithTheConnectionIsToldAgain() {
        ZegoExpressEngine engine = publishing();
        bench.server.answerWith(message -> Optional.empty());
        engine.enableCamera(false);
        bench.run();
        bench.server.answerWith(EngineBench::friendly);
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(told()).containsExactly("DISABLE OPEN");
    }

    @Test
    void aServerThatDoesNotKnowDevicesIsNotBothered() {
        bench.server.setCapabilities();
        publishing().enableCamera(false);
        bench.run();
        assertThat(told()).isEmpty();
    }

    @Test
    void playersAreToldAtTheStartAndOfEachChange() {
        ZegoExpressEngine engine = bench.inRoom();
        RoomStream theirs = stream("t", "ann").withDevices(DeviceState.OPEN, DeviceState.MUTE);
        say(2, new RoomEvent.UserJoined(1, user("ann")), new RoomEvent.StreamAdded(2, theirs));
        assertThat(bench.app.devices).isEmpty();

        engine.startPlayingStream("t");
        bench.run();
        assertThat(bench.app.devices).isEmpty();
        bench.media.session().events().onConnected();
        bench.run();
        assertThat(take()).containsExactly("camera t OPEN", "microphone t MUTE");

        RoomStream dark = theirs.withDevices(DeviceState.DISABLE, DeviceState.MUTE);
        say(3, new RoomEvent.StreamDeviceStatesChanged(3, dark));
        assertThat(take()).containsExactly("camera t DISABLE");

        say(4, new RoomEvent.StreamRemoved(4, dark, StreamRemovalReason.STOPPED));
        say(5, new RoomEvent.StreamAdded(5, dark));
        assertThat(take()).containsExactly("camera t DISABLE", "microphone t MUTE");

        engine.stopPlayingStream("t");
        bench.run();
        say(6, new RoomEvent.StreamDeviceStatesChanged(6, theirs));
        assertThat(take()).isEmpty();
    }

    @Test
    void aPlayedStreamThatComesIntoTheRoomLaterIsToldThen() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPlayingStream("t");
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        assertThat(take()).isEmpty();
        say(2, new RoomEvent.StreamAdded(2, stream("t", "ann")));
        assertThat(take()).containsExactly("camera t OPEN", "microphone t OPEN");
    }

    @Test
    void whatAResumeBringsIsTheChangeOnly() {
        ZegoExpressEngine engine = bench.inRoom();
        RoomStream theirs = stream("t", "ann");
        say(2, new RoomEvent.StreamAdded(2, theirs));
        engine.startPlayingStream("t");
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        take();
        RoomStream muted = theirs.withDevices(DeviceState.OPEN, DeviceState.MUTE);
        bench.server.answerWith(message ->
                message instanceof ClientMessage.Login login
                        ? Optional.of(
                                EngineBench.loggedIn(
                                        login, 9, EngineBench.snapshot(List.of(), List.of(muted))))
                        : EngineBench.friendly(message));
        bench.server.connection().breakOff("cable cut");
        bench.loop().advanceMs(EngineBench.RETRY_PAUSE_MS);
        assertThat(take()).containsExactly("microphone t MUTE");
    }

    private ZegoExpressEngine publishing() {
        ZegoExpressEngine engine = bench.inRoom();
        engine.startPublishingStream("s");
        bench.run();
        bench.media.session().events().onConnected();
        bench.run();
        return engine;
    }

    private static void setState(
            ZegoExpressEngine engine, boolean enable, ZegoRemoteDeviceState state) {
        engine.setCustomVideoCaptureDeviceState(enable, state, ZegoPublishChannel.MAIN);
    }

    private void say(long version, RoomEvent... events) {
        bench.server.say(new ServerMessage.RoomEvents("room", version, List.of(events)));
        bench.run();
    }

    private List<String> take() {
        List<String> taken = List.copyOf(bench.app.devices);
        bench.app.devices.clear();
        return taken;
    }

    /// What the present connection was told of the stream `s`.
    private List<String> told() {
        return bench
                .server
                .connection()
                .requests(ClientMessage.SetStreamDeviceStates.class)
                .stream()
                .peek(states -> assertThat(states.streamId()).isEqualTo("s"))
                .map(states -> states.camera() + " " + states.microphone())
                .toList();
    }
}

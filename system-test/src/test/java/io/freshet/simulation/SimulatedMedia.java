package io.freshet.simulation;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import io.freshet.testkit.Simulation;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A device without camera and screen: its peer connections offer at once, and connect a while
/// after the answer.
final class SimulatedMedia implements MediaEngine {
    private static final long MS = 1_000_000L;

    private final Simulation simulation;
    private final String name;
    private final RandomGenerator random;

    SimulatedMedia(Simulation simulation, String name) {
        this.simulation = simulation;
        this.name = name;
        this.random = simulation.random(name);
    }

    @Override
    public MediaSession publish(ZegoPublishChannel channel, MediaSession.Listener listener) {
        return new Session(listener);
    }

    @Override
    public MediaSession play(
            String streamId, @Nullable ZegoCanvas canvas, MediaSession.Listener listener) {
        return new Session(listener);
    }

    private final class Session implements MediaSession {
        private final MediaSession.Listener listener;
        private boolean closed;

        Session(MediaSession.Listener listener) {
            this.listener = listener;
            soon(() -> listener.onOffer("offer"));
        }

        @Override
        public void acceptAnswer(String sdp) {
            soon(listener::onConnected);
        }

        private void soon(Runnable event) {
            simulation.after(
                    random.nextLong(50 * MS),
                    name,
                    () -> {
                        if (!closed) {
                            event.run();
                        }
                    });
        }

        @Override
        public void restartIce() {
            throw new AssertionError("a new session is simpler");
        }

        @Override
        public void collectStats(Consumer<MediaStats> consumer) {
            // Figures are not what this is about.
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public int sendCustomVideoFrame(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam param,
            long referenceTimeMillisecond) {
        return 0;
    }

    @Override
    public int sendCustomAudioPcm(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            int sampleRate,
            int channels) {
        return 0;
    }

    @Override
    public void setVideoConfig(ZegoPublishChannel channel, ZegoVideoConfig config) {}

    @Override
    public void setAudioConfig(ZegoPublishChannel channel, ZegoAudioConfig config) {}

    @Override
    public void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas) {}

    @Override
    public void stopPreview(ZegoPublishChannel channel) {}

    @Override
    public void enableCamera(ZegoPublishChannel channel, boolean enable) {}

    @Override
    public void muteMicrophone(boolean mute) {}

    @Override
    public void mutePublishStreamAudio(ZegoPublishChannel channel, boolean mute) {}

    @Override
    public void mutePublishStreamVideo(ZegoPublishChannel channel, boolean mute) {}

    @Override
    public void enableCustomVideoCapture(ZegoPublishChannel channel, boolean enable) {}

    @Override
    public void enableCustomAudioIO(ZegoPublishChannel channel, boolean enable) {}

    @Override
    public void updatePlayingCanvas(String streamId, @Nullable ZegoCanvas canvas) {}

    @Override
    public void mutePlayStreamAudio(String streamId, boolean mute) {}

    @Override
    public void mutePlayStreamVideo(String streamId, boolean mute) {}

    @Override
    public void setPlayVolume(String streamId, int volume) {}

    @Override
    public void muteSpeaker(boolean mute) {}

    @Override
    public void setVideoFrameSink(@Nullable VideoFrameSink sink) {}

    @Override
    public void close() {}
}

package io.freshet.sdk.fakes;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes down what it is asked for. Sessions offer at once; the rest is up to the test.
public final class FakeMedia implements MediaEngine {
    private final List<String> calls = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private MediaEngine.@Nullable Listener listener;
    private @Nullable VideoFrameSink sink;
    private boolean closed;

    public FakeMedia create(MediaEngine.Listener newListener) {
        listener = newListener;
        return this;
    }

    public MediaEngine.Listener listener() {
        if (listener == null) {
            throw new AssertionError("no engine was made");
        }
        return listener;
    }

    public List<String> calls() {
        return calls;
    }

    public List<Session> sessions() {
        return sessions;
    }

    public Session session() {
        if (sessions.isEmpty()) {
            throw new AssertionError("no session");
        }
        return sessions.get(sessions.size() - 1);
    }

    public VideoFrameSink sink() {
        if (sink == null) {
            throw new AssertionError("no sink");
        }
        return sink;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void setVideoConfig(ZegoPublishChannel channel, ZegoVideoConfig config) {
        calls.add(
                "setVideoConfig "
                        + channel
                        + " "
                        + config.encodeWidth
                        + "x"
                        + config.encodeHeight
                        + " "
                        + config.fps
                        + " "
                        + config.bitrate);
    }

    @Override
    public void setAudioConfig(ZegoPublishChannel channel, ZegoAudioConfig config) {
        calls.add("setAudioConfig " + channel + " " + config.bitrate);
    }

    @Override
    public void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas) {
        calls.add("startPreview " + channel + (canvas == null ? "" : " " + canvas.view));
    }

    @Override
    public void stopPreview(ZegoPublishChannel channel) {
        calls.add("stopPreview " + channel);
    }

    @Override
    public void enableCamera(ZegoPublishChannel channel, boolean enable) {
        calls.add("enableCamera " + channel + " " + enable);
    }

    @Override
    public void muteMicrophone(boolean mute) {
        calls.add("muteMicrophone " + mute);
    }

    @Override
    public void mutePublishStreamAudio(ZegoPublishChannel channel, boolean mute) {
        calls.add("mutePublishStreamAudio " + channel + " " + mute);
    }

    @Override
    public void mutePublishStreamVideo(ZegoPublishChannel channel, boolean mute) {
        calls.add("mutePublishStreamVideo " + channel + " " + mute);
    }

    @Override
    public void enableCustomVideoCapture(ZegoPublishChannel channel, boolean enable) {
        calls.add("enableCustomVideoCapture " + channel + " " + enable);
    }

    @Override
    public int sendCustomVideoFrame(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam param,
            long referenceTimeMillisecond) {
        calls.add("frame " + channel + " " + param.width + "x" + param.height);
        return 0;
    }

    @Override
    public void enableCustomAudioIO(ZegoPublishChannel channel, boolean enable) {
        calls.add("enableCustomAudioIO " + channel + " " + enable);
    }

    @Override
    public int sendCustomAudioPcm(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            int sampleRate,
            int channels) {
        calls.add("pcm " + channel + " " + dataLength + " " + sampleRate + " " + channels);
        return 0;
    }

    @Override
    public MediaSession publish(ZegoPublishChannel channel, MediaSession.Listener sessionListener) {
        return new Session("publish " + channel, sessionListener);
    }

    @Override
    public MediaSession play(
            String streamId, @Nullable ZegoCanvas canvas, MediaSession.Listener sessionListener) {
        return new Session(
                "play " + streamId + (canvas == null ? "" : " on " + canvas.view), sessionListener);
    }

    @Override
    public void updatePlayingCanvas(String streamId, @Nullable ZegoCanvas canvas) {
        calls.add("updatePlayingCanvas " + streamId + (canvas == null ? "" : " " + canvas.view));
    }

    @Override
    public void mutePlayStreamAudio(String streamId, boolean mute) {
        calls.add("mutePlayStreamAudio " + streamId + " " + mute);
    }

    @Override
    public void mutePlayStreamVideo(String streamId, boolean mute) {
        calls.add("mutePlayStreamVideo " + streamId + " " + mute);
    }

    @Override
    public void setPlayVolume(String streamId, int volume) {
        calls.add("setPlayVolume " + streamId + " " + volume);
    }

    @Override
    public void muteSpeaker(boolean mute) {
        calls.add("muteSpeaker " + mute);
    }

    @Override
    public void setVideoFrameSink(@Nullable VideoFrameSink newSink) {
        sink = newSink;
    }

    @Override
    public void close() {
        closed = true;
    }

    /// One peer connection that never was.
    public final class Session implements MediaSession {
        private final String what;
        private final MediaSession.Listener sessionListener;
        private final String offer;
        private String answer = "";
        private boolean open = true;
        private long framesCoded;
        private long timestampNs;

        Session(String what, MediaSession.Listener sessionListener) {
            this.what = what;
            this.sessionListener = sessionListener;
            sessions.add(this);
            calls.add(what);
            offer = "offer-" + sessions.size();
            sessionListener.onOffer(offer);
        }

        public String what() {
            return what;
        }

        public MediaSession.Listener events() {
            return sessionListener;
        }

        public String offer() {
            return offer;
        }

        public String answer() {
            return answer;
        }

        public boolean isOpen() {
            return open;
        }

        @Override
        public void acceptAnswer(String sdp) {
            answer = sdp;
        }

        @Override
        public void restartIce() {
            throw new AssertionError("not used: a new session is simpler");
        }

        /// 30 frames a second, 125 kB of video in three seconds.
        @Override
        public void collectStats(Consumer<MediaStats> consumer) {
            framesCoded += 90;
            timestampNs += 3_000_000_000L;
            long bytes = framesCoded * 125_000 / 90;
            consumer.accept(
                    new MediaStats(
                            timestampNs,
                            bytes,
                            0,
                            framesCoded,
                            0,
                            0,
                            0,
                            framesCoded,
                            framesCoded,
                            framesCoded,
                            0,
                            0,
                            20,
                            35,
                            640,
                            360,
                            "VP8"));
        }

        @Override
        public void close() {
            if (!open) {
                throw new AssertionError("closed twice: " + what);
            }
            open = false;
        }
    }
}

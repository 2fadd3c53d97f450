package io.freshet.sdk.desktop;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.MediaSession;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The media engine on webrtc-java (libwebrtc).
///
/// Everything native happens on one thread, `freshet-media`; the methods here only post to it, so
/// they return at once. Pushed frames and PCM are the exception: they are copied in the caller's
/// thread, since their buffers are the caller's. Pictures are drawn by `freshet-render` and the
/// event dispatch thread, never by a decoder's thread.
///
/// libwebrtc makes keyframes when they are asked for and knows no interval, so
/// `ZegoVideoConfig.keyFrameInterval` changes nothing here.
final class WebRtcMediaEngine implements MediaEngine {
    private static final int CLOSE_TIMEOUT_SECONDS = 10;

    /// DeviceErrorTypeGeneric.
    private static final int DEVICE_ERROR = 1006001;

    /// DeviceInnerError.
    private static final int INNER_ERROR = 1006099;

    private final Listener listener;
    private final MediaThread thread = new MediaThread("freshet-media");
    private final ThreadPoolExecutor renderThread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    new NamedThreads("freshet-render"));
    private final NativeMedia natives = new NativeMedia();

    /// Filled once; the channels themselves say who may call them.
    private final Map<ZegoPublishChannel, PublishChannel> channels;

    private volatile @Nullable VideoFrameSink frameSink;

    /// Media thread only, as is everything below.
    private final Map<String, PlayedStream> played = new HashMap<>();

    private final Set<PeerSession> sessions = new LinkedHashSet<>();
    private boolean speakerMuted;

    WebRtcMediaEngine(Listener listener) {
        this.listener = listener;
        channels = new EnumMap<>(ZegoPublishChannel.class);
        for (ZegoPublishChannel name : ZegoPublishChannel.values()) {
            channels.put(name, new PublishChannel(name, natives, renderThread, listener));
        }
        thread.post(this::warmUp);
    }

    /// Loads the native library and opens the player now, which takes some 150 ms that the first
    /// stream then need not wait for.
    private void warmUp() {
        try {
            natives.player();
        } catch (RuntimeException | Error failure) {
            listener.onDeviceError(
                    INNER_ERROR,
                    "the native media library cannot be used: " + failure.getMessage());
        }
    }

    private void on(ZegoPublishChannel channel, Consumer<PublishChannel> work) {
        PublishChannel target = channel(channel);
        thread.post(() -> work.accept(target));
    }

    private PublishChannel channel(ZegoPublishChannel name) {
        PublishChannel channel = channels.get(name);
        if (channel == null) {
            throw new IllegalStateException("no channel " + name);
        }
        return channel;
    }

    @Override
    public void setVideoConfig(ZegoPublishChannel channel, ZegoVideoConfig config) {
        on(channel, target -> target.setVideoConfig(config));
    }

    @Override
    public void setAudioConfig(ZegoPublishChannel channel, ZegoAudioConfig config) {
        on(channel, target -> target.setAudioConfig(config));
    }

    @Override
    public void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas) {
        on(channel, target -> target.startPreview(canvas));
    }

    @Override
    public void stopPreview(ZegoPublishChannel channel) {
        on(channel, PublishChannel::stopPreview);
    }

    @Override
    public void enableCamera(ZegoPublishChannel channel, boolean enable) {
        on(channel, target -> target.enableCamera(enable));
    }

    @Override
    public void muteMicrophone(boolean mute) {
        thread.post(() -> channels.values().forEach(channel -> channel.muteMicrophone(mute)));
    }

    @Override
    public void mutePublishStreamAudio(ZegoPublishChannel channel, boolean mute) {
        on(channel, target -> target.muteAudio(mute));
    }

    @Override
    public void mutePublishStreamVideo(ZegoPublishChannel channel, boolean mute) {
        on(channel, target -> target.muteVideo(mute));
    }

    @Override
    public void enableCustomVideoCapture(ZegoPublishChannel channel, boolean enable) {
        channel(channel).allowCustomVideo(enable);
        on(channel, target -> target.enableCustomVideo(enable));
    }

    @Override
    public int sendCustomVideoFrame(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam param,
            long referenceTimeMillisecond) {
        return channel(channel).pushFrame(data, dataLength, param);
    }

    @Override
    public void enableCustomAudioIO(ZegoPublishChannel channel, boolean enable) {
        channel(channel).allowCustomAudio(enable);
    }

    @Override
    public int sendCustomAudioPcm(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            int sampleRate,
            int channelCount) {
        return channel(channel).pushPcm(data, dataLength, sampleRate, channelCount);
    }

    @Override
    public MediaSession publish(ZegoPublishChannel channel, MediaSession.Listener sessionListener) {
        PublishChannel target = channel(channel);
        return start(new PeerSession(thread, target::publication, sessionListener));
    }

    @Override
    public MediaSession play(
            String streamId, @Nullable ZegoCanvas canvas, MediaSession.Listener sessionListener) {
        return start(new PeerSession(thread, () -> playback(streamId, canvas), sessionListener));
    }

    private PeerSession start(PeerSession session) {
        thread.post(() -> {
            sessions.removeIf(PeerSession::isClosed);
            sessions.add(session);
        });
        session.start();
        return session;
    }

    private Playback playback(String streamId, @Nullable ZegoCanvas canvas) {
        PlayedStream stream =
                played.computeIfAbsent(
                        streamId, id -> new PlayedStream(new CanvasView(renderThread)));
        stream.settings().muteSpeaker(speakerMuted);
        show(stream, canvas);
        Playback playback =
                new Playback(
                        streamId,
                        natives.player(),
                        natives.hasSpeaker(),
                        stream.settings(),
                        stream.view(),
                        () -> frameSink,
                        ended -> forget(streamId, stream, ended));
        stream.play(playback);
        return playback;
    }

    private void forget(String streamId, PlayedStream stream, Playback ended) {
        if (stream.isPlayedBy(ended)) {
            played.remove(streamId, stream);
        }
    }

    private void show(PlayedStream stream, @Nullable ZegoCanvas canvas) {
        String objection = CanvasView.objection(canvas);
        if (!objection.isEmpty()) {
            listener.onDeviceError(DEVICE_ERROR, objection);
        }
        stream.view().show(canvas, false);
    }

    private void onPlayed(String streamId, Consumer<PlayedStream> work) {
        thread.post(() -> {
            PlayedStream stream = played.get(streamId);
            if (stream != null) {
                work.accept(stream);
            }
        });
    }

    @Override
    public void updatePlayingCanvas(String streamId, @Nullable ZegoCanvas canvas) {
        onPlayed(streamId, stream -> show(stream, canvas));
    }

    @Override
    public void mutePlayStreamAudio(String streamId, boolean mute) {
        onPlayed(
                streamId,
                stream -> {
                    stream.settings().muteAudio(mute);
                    stream.applyAudio();
                });
    }

    @Override
    public void mutePlayStreamVideo(String streamId, boolean mute) {
        onPlayed(streamId, stream -> stream.settings().muteVideo(mute));
    }

    @Override
    public void setPlayVolume(String streamId, int volume) {
        onPlayed(
                streamId,
                stream -> {
                    stream.settings().setVolume(volume);
                    stream.applyAudio();
                });
    }

    @Override
    public void muteSpeaker(boolean mute) {
        thread.post(() -> {
            speakerMuted = mute;
            for (PlayedStream stream : played.values()) {
                stream.settings().muteSpeaker(mute);
                stream.applyAudio();
            }
        });
    }

    @Override
    public void setVideoFrameSink(@Nullable VideoFrameSink sink) {
        frameSink = sink;
    }

    @Override
    public void close() {
        frameSink = null;
        channels.values().forEach(channel -> channel.allowCustomVideo(false));
        channels.values().forEach(channel -> channel.allowCustomAudio(false));
        thread.finish(this::free, CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /// Connections first, then sources, then the factories and their devices.
    private void free() {
        sessions.forEach(PeerSession::free);
        sessions.clear();
        channels.values().forEach(PublishChannel::close);
        renderThread.shutdown();
        natives.close();
    }
}

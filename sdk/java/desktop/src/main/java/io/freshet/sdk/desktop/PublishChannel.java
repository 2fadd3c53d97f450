package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSource;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.MediaEngine;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The settings, the capture and the preview of one publish channel, and the streams sent from it.
/// Media thread only, but for [#pushFrame] and [#pushPcm].
final class PublishChannel {
    /// CustomVideoIONoCustomVideoCapture.
    private static final int NO_CUSTOM_VIDEO = 1011002;

    /// CustomAudioIOCapturerNotCreated.
    private static final int NO_CUSTOM_AUDIO = 1012002;

    /// DeviceErrorTypeGeneric.
    private static final int DEVICE_ERROR = 1006001;

    /// DeviceInnerError.
    private static final int INNER_ERROR = 1006099;

    private final ZegoPublishChannel name;
    private final NativeMedia natives;
    private final MediaEngine.Listener listener;
    private final CanvasView preview;
    private final FrameFeed frames;
    private final VideoCapture capture;
    private final PcmFeed pcm = new PcmFeed();
    private final Set<Publication> publications = new LinkedHashSet<>();
    private final AtomicBoolean firstVideo = new AtomicBoolean();
    private final AtomicBoolean firstAudio = new AtomicBoolean();

    private volatile ZegoVideoConfig videoConfig = new ZegoVideoConfig();
    private volatile boolean customVideo;
    private volatile boolean customAudio;

    /// Whether pushed frames go out; read by the pushing thread.
    private volatile boolean sending;

    private ZegoAudioConfig audioConfig = new ZegoAudioConfig();
    private boolean videoMuted;
    private boolean audioMuted;
    private boolean microphoneMuted;

    PublishChannel(
            ZegoPublishChannel name,
            NativeMedia natives,
            Executor renderThread,
            MediaEngine.Listener listener) {
        this.name = name;
        this.natives = natives;
        this.listener = listener;
        preview = new CanvasView(renderThread);
        frames = new FrameFeed(preview);
        capture =
                new VideoCapture(
                        natives,
                        frames,
                        () -> videoConfig,
                        this::onCameraFrame,
                        () -> publications.forEach(Publication::replaceVideoSource),
                        listener);
    }

    void setVideoConfig(ZegoVideoConfig config) {
        videoConfig = config;
        publications.forEach(Publication::applyVideo);
    }

    /// Counts for streams published from now on.
    void setAudioConfig(ZegoAudioConfig config) {
        audioConfig = config;
    }

    void startPreview(@Nullable ZegoCanvas canvas) {
        String objection = CanvasView.objection(canvas);
        if (!objection.isEmpty()) {
            listener.onDeviceError(DEVICE_ERROR, objection);
        }
        // A camera is shown as in a mirror; what an app pushes is shown as it is.
        preview.show(canvas, !customVideo);
        capture.setPreviewing(true);
    }

    void stopPreview() {
        preview.show(null, false);
        preview.clear();
        capture.setPreviewing(false);
    }

    void enableCamera(boolean enable) {
        capture.setCameraEnabled(enable);
    }

    void muteMicrophone(boolean mute) {
        microphoneMuted = mute;
        publications.forEach(Publication::applyAudio);
    }

    void muteAudio(boolean mute) {
        audioMuted = mute;
        publications.forEach(Publication::applyAudio);
    }

    void muteVideo(boolean mute) {
        videoMuted = mute;
        publications.forEach(Publication::applyVideo);
    }

    /// Set at once, not in the media thread's turn, so that a frame pushed right after is taken.
    void allowCustomVideo(boolean enable) {
        customVideo = enable;
    }

    void enableCustomVideo(boolean enable) {
        capture.setCustom(enable);
    }

    /// Counts for streams published from now on: a connection cannot change its audio device.
    void allowCustomAudio(boolean enable) {
        customAudio = enable;
    }

    ZegoVideoConfig videoConfig() {
        return videoConfig;
    }

    ZegoAudioConfig audioConfig() {
        return audioConfig;
    }

    boolean isVideoMuted() {
        return videoMuted;
    }

    boolean isAudioMuted() {
        return audioMuted || microphoneMuted;
    }

    PcmFeed pcm() {
        return pcm;
    }

    VideoTrackSource videoSource() {
        return capture.source();
    }

    /// The sending side of a new connection.
    Publication publication() {
        boolean microphone = !customAudio && natives.hasMicrophone();
        if (!customAudio && !microphone) {
            listener.onDeviceError(
                    DEVICE_ERROR, "no microphone was found; the stream has no sound");
        }
        return new Publication(
                this, microphone ? natives.microphone() : natives.custom(), microphone);
    }

    void onPublicationOpened(Publication publication) {
        publications.add(publication);
        sending = true;
        capture.setPublishing(true);
    }

    void onPublicationClosed(Publication publication) {
        publications.remove(publication);
        sending = !publications.isEmpty();
        capture.setPublishing(sending);
    }

    void onTrouble(String sentence) {
        listener.onDeviceError(INNER_ERROR, sentence);
    }

    /// One raw picture from the app.
    ///
    /// @return 0 or an error code
    int pushFrame(ByteBuffer data, int dataLength, ZegoVideoFrameParam param) {
        if (!customVideo) {
            return NO_CUSTOM_VIDEO;
        }
        int objection = RawFrameReader.check(data, dataLength, param);
        if (objection != RawFrameReader.OK) {
            return objection;
        }
        if (firstVideo.compareAndSet(false, true)) {
            listener.onCapturedVideoFirstFrame(name);
        }
        if (sending || preview.isShowing()) {
            frames.push(data, param, videoConfig, sending);
        }
        return 0;
    }

    /// 16-bit PCM from the app.
    ///
    /// @return 0 or an error code
    int pushPcm(ByteBuffer data, int dataLength, int sampleRate, int channels) {
        if (!customAudio) {
            return NO_CUSTOM_AUDIO;
        }
        if (!pcm.push(data, dataLength, sampleRate, channels)) {
            return RawFrameReader.ILLEGAL_PARAMETER;
        }
        if (firstAudio.compareAndSet(false, true)) {
            listener.onCapturedAudioFirstFrame();
        }
        return 0;
    }

    private void onCameraFrame(VideoFrame frame) {
        try {
            if (firstVideo.compareAndSet(false, true)) {
                listener.onCapturedVideoFirstFrame(name);
            }
            preview.submit(frame);
        } finally {
            frame.release();
        }
    }

    void close() {
        preview.show(null, false);
        preview.clear();
        capture.close();
    }
}

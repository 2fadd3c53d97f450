package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.media.video.VideoTrackSink;
import dev.onvoid.webrtc.media.video.VideoTrackSource;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import io.freshet.sdk.port.MediaEngine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides where one channel's pictures come from: the camera, open only while it is enabled, not
/// replaced by pushed frames, and previewed or published; pushed frames in every other case. Media
/// thread only.
final class VideoCapture {
    private final NativeMedia natives;
    private final FrameFeed frames;
    private final Supplier<ZegoVideoConfig> config;
    private final VideoTrackSink cameraSink;
    private final Runnable onSourceChanged;
    private final MediaEngine.Listener listener;

    private boolean custom;
    private boolean cameraEnabled = true;
    private boolean previewing;
    private boolean publishing;

    /// A camera that failed is tried again only when the app changes something.
    private boolean cameraFailed;

    private @Nullable Camera camera;

    VideoCapture(
            NativeMedia natives,
            FrameFeed frames,
            Supplier<ZegoVideoConfig> config,
            VideoTrackSink cameraSink,
            Runnable onSourceChanged,
            MediaEngine.Listener listener) {
        this.natives = natives;
        this.frames = frames;
        this.config = config;
        this.cameraSink = cameraSink;
        this.onSourceChanged = onSourceChanged;
        this.listener = listener;
    }

    void setCustom(boolean custom) {
        this.custom = custom;
        cameraFailed = false;
        refresh();
    }

    void setCameraEnabled(boolean enabled) {
        cameraEnabled = enabled;
        cameraFailed = false;
        refresh();
    }

    void setPreviewing(boolean previewing) {
        this.previewing = previewing;
        refresh();
    }

    void setPublishing(boolean publishing) {
        this.publishing = publishing;
        refresh();
    }

    /// What a video track is made of now.
    VideoTrackSource source() {
        return camera == null ? frames.source() : camera.source();
    }

    private void refresh() {
        boolean wanted = cameraEnabled && !custom && !cameraFailed && (previewing || publishing);
        Camera former = camera;
        if (wanted && former == null) {
            open();
        } else if (!wanted && former != null) {
            // The senders leave the camera before it goes.
            camera = null;
            onSourceChanged.run();
            former.close();
        }
    }

    private void open() {
        try {
            camera = Camera.open(natives.custom(), config.get(), cameraSink);
            onSourceChanged.run();
        } catch (Camera.CameraException none) {
            cameraFailed = true;
            listener.onDeviceError(none.code(), none.sentence());
        }
    }

    void close() {
        publishing = false;
        previewing = false;
        refresh();
        frames.close();
    }
}

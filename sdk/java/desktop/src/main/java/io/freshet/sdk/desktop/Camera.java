package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoDeviceSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import java.util.List;

/// The first camera of the machine, open. Its pictures also go to a sink: the preview. Media thread
/// only.
final class Camera {
    private final VideoDeviceSource source;
    private final VideoTrack previewTrack;
    private final VideoTrackSink sink;

    private Camera(VideoDeviceSource source, VideoTrack previewTrack, VideoTrackSink sink) {
        this.source = source;
        this.previewTrack = previewTrack;
        this.sink = sink;
    }

    /// Opens and starts the camera.
    ///
    /// @throws CameraException with a sentence for the user
    static Camera open(PeerConnectionFactory factory, ZegoVideoConfig config, VideoTrackSink sink)
            throws CameraException {
        VideoDeviceSource source = new VideoDeviceSource();
        try {
            List<VideoDevice> devices = MediaDevices.getVideoCaptureDevices();
            if (devices.isEmpty()) {
                throw new CameraException(CameraException.MISSING, "no camera was found");
            }
            VideoDevice device = devices.get(0);
            source.setVideoCaptureDevice(device);
            source.setVideoCaptureCapability(
                    closest(MediaDevices.getVideoCaptureCapabilities(device), config));
            source.start();
            VideoTrack track = factory.createVideoTrack("camera", source);
            track.addSink(sink);
            return new Camera(source, track, sink);
        } catch (CameraException missing) {
            Natives.dispose(source::dispose);
            throw missing;
        } catch (RuntimeException | Error failure) {
            Natives.dispose(source::dispose);
            throw new CameraException(
                    CameraException.IN_USE, "the camera cannot be opened: " + failure.getMessage());
        }
    }

    VideoDeviceSource source() {
        return source;
    }

    void close() {
        previewTrack.removeSink(sink);
        Natives.dispose(previewTrack::dispose);
        source.stop();
        Natives.dispose(source::dispose);
    }

    /// The mode nearest to the configured size that is fast enough; what is asked for when the
    /// camera names none.
    static VideoCaptureCapability closest(
            List<VideoCaptureCapability> modes, ZegoVideoConfig config) {
        int wantedWidth = Math.max(config.captureWidth, config.captureHeight);
        int wantedHeight = Math.min(config.captureWidth, config.captureHeight);
        VideoCaptureCapability best =
                new VideoCaptureCapability(wantedWidth, wantedHeight, config.fps);
        long bestDistance = Long.MAX_VALUE;
        for (VideoCaptureCapability mode : modes) {
            long distance =
                    Math.abs(mode.width - wantedWidth)
                            + Math.abs(mode.height - wantedHeight)
                            + 100L * Math.max(0, config.fps - mode.frameRate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = mode;
            }
        }
        return best;
    }

    /// Why there are no pictures from a camera.
    static final class CameraException extends Exception {
        private static final long serialVersionUID = 1L;

        /// DeviceErrorTypeGeneric.
        static final int MISSING = 1006001;

        /// DeviceErrorTypeInUseByOther.
        static final int IN_USE = 1006005;

        private final int code;
        private final String sentence;

        CameraException(int code, String message) {
            super(message);
            this.sentence = message;
            this.code = code;
        }

        String sentence() {
            return sentence;
        }

        int code() {
            return code;
        }
    }
}

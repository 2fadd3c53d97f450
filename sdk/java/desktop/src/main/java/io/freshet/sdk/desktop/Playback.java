package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import io.freshet.sdk.port.I420Picture;
import io.freshet.sdk.port.MediaEngine;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One played stream. Media thread only, but for the pictures, which come on libwebrtc's decoder
/// thread.
///
/// webrtc-java adds transceivers for tracks only, not for kinds of media; tracks that never carry
/// anything stand in for them and the direction says that we only receive.
final class Playback implements PeerSession.Role {
    private final String streamId;
    private final PeerConnectionFactory factory;
    private final boolean heard;
    private final PlaybackSettings settings;
    private final CanvasView view;
    private final Supplier<MediaEngine.@Nullable VideoFrameSink> frameSink;
    private final Consumer<Playback> onClosed;

    private @Nullable CustomAudioSource unusedAudio;
    private @Nullable CustomVideoSource unusedVideo;
    private @Nullable MediaStreamTrack unusedAudioTrack;
    private @Nullable MediaStreamTrack unusedVideoTrack;
    private @Nullable AudioTrack audio;
    private @Nullable VideoTrack video;
    private @Nullable Pictures pictures;

    /// A stream that is not connected yet.
    ///
    /// @param heard whether the factory plays on a sound card
    Playback(
            String streamId,
            PeerConnectionFactory factory,
            boolean heard,
            PlaybackSettings settings,
            CanvasView view,
            Supplier<MediaEngine.@Nullable VideoFrameSink> frameSink,
            Consumer<Playback> onClosed) {
        this.streamId = streamId;
        this.factory = factory;
        this.heard = heard;
        this.settings = settings;
        this.view = view;
        this.frameSink = frameSink;
        this.onClosed = onClosed;
    }

    @Override
    public PeerConnectionFactory factory() {
        return factory;
    }

    @Override
    public void open(RTCPeerConnection connection, PeerSession session) {
        unusedAudio = new CustomAudioSource();
        unusedVideo = new CustomVideoSource();
        unusedAudioTrack = factory.createAudioTrack("unused-audio", unusedAudio);
        unusedVideoTrack = factory.createVideoTrack("unused-video", unusedVideo);
        MediaStreamTrack remoteAudio = receive(connection, unusedAudioTrack);
        MediaStreamTrack remoteVideo = receive(connection, unusedVideoTrack);
        if (remoteAudio instanceof AudioTrack track) {
            audio = track;
        }
        if (remoteVideo instanceof VideoTrack track) {
            video = track;
            Pictures sink = new Pictures(session);
            pictures = sink;
            track.addSink(sink);
        }
        applyAudio();
    }

    private static MediaStreamTrack receive(RTCPeerConnection connection, MediaStreamTrack track) {
        RTCRtpTransceiverInit init = new RTCRtpTransceiverInit();
        init.direction = RTCRtpTransceiverDirection.RECV_ONLY;
        RTCRtpTransceiver transceiver = connection.addTransceiver(track, init);
        return transceiver.getReceiver().getTrack();
    }

    /// Takes over the stream's mute and volume. webrtc-java's remote tracks know on and off only,
    /// so every volume above 0 sounds as it came: their samples can be read with a sink, but what
    /// goes to the device is mixed in libwebrtc from the unscaled ones.
    void applyAudio() {
        if (audio != null) {
            audio.setEnabled(settings.isAudible());
        }
    }

    @Override
    public String prepareAnswer(String sdp) {
        return heard ? sdp : SdpAnswerEditor.withoutLipSync(sdp);
    }

    @Override
    public void beforeClose() {
        if (video != null && pictures != null) {
            video.removeSink(pictures);
        }
        video = null;
        audio = null;
        view.clear();
        onClosed.accept(this);
    }

    @Override
    public void afterClose() {
        if (unusedAudioTrack != null) {
            Natives.dispose(unusedAudioTrack::dispose);
        }
        if (unusedVideoTrack != null) {
            Natives.dispose(unusedVideoTrack::dispose);
        }
        if (unusedAudio != null) {
            Natives.dispose(unusedAudio::dispose);
        }
        if (unusedVideo != null) {
            Natives.dispose(unusedVideo::dispose);
        }
    }

    /// Decoded pictures on their way to the canvas and to the app.
    private final class Pictures implements VideoTrackSink {
        private final PeerSession session;
        private int lastWidth;
        private int lastHeight;

        Pictures(PeerSession session) {
            this.session = session;
        }

        @Override
        public void onVideoFrame(VideoFrame frame) {
            try {
                boolean upright = frame.rotation % 180 == 0;
                int width = upright ? frame.buffer.getWidth() : frame.buffer.getHeight();
                int height = upright ? frame.buffer.getHeight() : frame.buffer.getWidth();
                boolean sizeChanged = width != lastWidth || height != lastHeight;
                lastWidth = width;
                lastHeight = height;
                if (!settings.isVideoMuted()) {
                    view.submit(frame);
                    handOver(frame);
                }
                session.onVideoFrame(sizeChanged, width, height);
            } finally {
                frame.release();
            }
        }

        private void handOver(VideoFrame frame) {
            MediaEngine.VideoFrameSink sink = frameSink.get();
            if (sink == null) {
                return;
            }
            I420Picture picture = I420Pictures.of((I420Buffer) frame.buffer);
            if (frame.rotation != 0) {
                picture = Rotation.upright(picture, frame.rotation);
            }
            sink.onFrame(streamId, picture);
        }
    }
}

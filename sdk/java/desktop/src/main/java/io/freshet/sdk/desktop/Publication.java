package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.media.MediaType;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSource;
import im.zego.zegoexpress.constants.ZegoAudioChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One published stream: an audio and a video track sent over one connection. Media thread only.
final class Publication implements PeerSession.Role {
    /// Both tracks belong to one stream, so that receivers keep lips and voice together.
    private static final List<String> STREAM = List.of("freshet");

    private final PublishChannel channel;
    private final PeerConnectionFactory factory;
    private final boolean microphone;
    private final List<VideoTrack> videoTracks = new ArrayList<>();
    private @Nullable AudioTrack audioTrack;
    private @Nullable CustomAudioSource customAudio;
    private @Nullable RTCRtpSender videoSender;

    /// A stream that is not connected yet.
    ///
    /// @param microphone whether the factory records; pushed PCM is sent otherwise
    Publication(PublishChannel channel, PeerConnectionFactory factory, boolean microphone) {
        this.channel = channel;
        this.factory = factory;
        this.microphone = microphone;
    }

    @Override
    public PeerConnectionFactory factory() {
        return factory;
    }

    @Override
    public void open(RTCPeerConnection connection, PeerSession session) {
        channel.onPublicationOpened(this);
        openAudio(connection);
        VideoTrack track = videoTrack();
        RTCRtpTransceiver video = connection.addTransceiver(track, sendOnly(videoEncoding()));
        video.setCodecPreferences(
                CodecPreference.order(
                        factory.getRtpSenderCapabilities(MediaType.VIDEO).getCodecs(),
                        channel.videoConfig().codecID));
        videoSender = video.getSender();
    }

    private void openAudio(RTCPeerConnection connection) {
        AudioTrackSource source;
        if (microphone) {
            AudioOptions options = new AudioOptions();
            options.echoCancellation = true;
            options.autoGainControl = true;
            options.noiseSuppression = true;
            options.highpassFilter = true;
            source = factory.createAudioSource(options);
        } else {
            customAudio = new CustomAudioSource();
            source = customAudio;
        }
        AudioTrack track = factory.createAudioTrack("audio", source);
        audioTrack = track;
        RTCRtpEncodingParameters encoding = new RTCRtpEncodingParameters();
        encoding.active = true;
        encoding.maxBitrate = 1000 * Math.max(6, Math.min(channel.audioConfig().bitrate, 510));
        var unused = connection.addTransceiver(track, sendOnly(encoding));
        if (customAudio != null) {
            // Only now: libwebrtc's list of sinks in the source is not guarded against a push.
            channel.pcm().add(customAudio);
        }
        applyAudio();
    }

    private static RTCRtpTransceiverInit sendOnly(RTCRtpEncodingParameters encoding) {
        RTCRtpTransceiverInit init = new RTCRtpTransceiverInit();
        init.direction = RTCRtpTransceiverDirection.SEND_ONLY;
        init.streamIds = STREAM;
        init.sendEncodings = List.of(encoding);
        return init;
    }

    private VideoTrack videoTrack() {
        VideoTrackSource source = channel.videoSource();
        VideoTrack track = factory.createVideoTrack("video-" + videoTracks.size(), source);
        videoTracks.add(track);
        return track;
    }

    private RTCRtpEncodingParameters videoEncoding() {
        RTCRtpEncodingParameters encoding = new RTCRtpEncodingParameters();
        fill(encoding);
        return encoding;
    }

    private void fill(RTCRtpEncodingParameters encoding) {
        ZegoVideoConfig config = channel.videoConfig();
        encoding.active = !channel.isVideoMuted();
        encoding.maxBitrate = 1000 * Math.max(30, config.bitrate);
        encoding.maxFramerate = (double) Math.max(1, config.fps);
    }

    /// Takes over the channel's bitrate, frame rate and mute.
    void applyVideo() {
        if (videoSender == null) {
            return;
        }
        try {
            RTCRtpSendParameters parameters = videoSender.getParameters();
            parameters.encodings.forEach(this::fill);
            videoSender.setParameters(parameters);
        } catch (RuntimeException | Error refused) {
            channel.onTrouble("the encoder did not take the settings: " + refused.getMessage());
        }
    }

    void applyAudio() {
        if (audioTrack != null) {
            audioTrack.setEnabled(!channel.isAudioMuted());
        }
    }

    /// Sends from the channel's present source: camera or pushed frames.
    void replaceVideoSource() {
        if (videoSender != null) {
            videoSender.replaceTrack(videoTrack());
        }
    }

    @Override
    public String prepareAnswer(String sdp) {
        ZegoAudioConfig audio = channel.audioConfig();
        String edited = SdpAnswerEditor.withStartBitrate(sdp, channel.videoConfig().bitrate);
        return audio.channel == ZegoAudioChannel.STEREO
                ? SdpAnswerEditor.withStereo(edited)
                : edited;
    }

    @Override
    public void beforeClose() {
        if (customAudio != null) {
            channel.pcm().remove(customAudio);
        }
        videoSender = null;
        channel.onPublicationClosed(this);
    }

    @Override
    public void afterClose() {
        videoTracks.forEach(track -> Natives.dispose(track::dispose));
        if (audioTrack != null) {
            Natives.dispose(audioTrack::dispose);
        }
        if (customAudio != null) {
            Natives.dispose(customAudio::dispose);
        }
    }
}

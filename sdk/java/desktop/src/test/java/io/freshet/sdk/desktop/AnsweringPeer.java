package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import io.freshet.sdk.port.I420Picture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Stands in for the server: a plain webrtc-java peer that answers an offer without candidates with
/// all of its own, as an ICE lite server does.
final class AnsweringPeer implements AutoCloseable {
    private final AudioDeviceModuleBase device;
    private final PeerConnectionFactory factory;
    private final RTCPeerConnection connection;
    private final CompletableFuture<Boolean> gathered = new CompletableFuture<>();
    private final CustomVideoSource video = new CustomVideoSource();
    private final CustomAudioSource audio = new CustomAudioSource();

    private AnsweringPeer(AudioDeviceModuleBase device) {
        this.device = device;
        factory = new PeerConnectionFactory(device);
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.portAllocatorConfig.setDisableTcp(true);
        connection =
                factory.createPeerConnection(
                        configuration,
                        new PeerConnectionObserver() {
                            @Override
                            public void onIceCandidate(RTCIceCandidate candidate) {}

                            @Override
                            public void onIceGatheringChange(RTCIceGatheringState state) {
                                if (state == RTCIceGatheringState.COMPLETE) {
                                    gathered.complete(true);
                                }
                            }
                        });
    }

    static AnsweringPeer receiving() {
        return new AnsweringPeer(new HeadlessAudioDeviceModule());
    }

    static AnsweringPeer sending() {
        return new AnsweringPeer(new AudioDeviceModule(AudioLayer.kDummyAudio));
    }

    /// Answers; decoded pictures go to the consumer, valid during the call.
    String receive(String offer, Consumer<I420Picture> pictures) {
        setRemote(offer);
        for (RTCRtpTransceiver transceiver : connection.getTransceivers()) {
            if (transceiver.getReceiver().getTrack() instanceof VideoTrack track) {
                track.addSink(frame -> {
                    pictures.accept(I420Pictures.of((I420Buffer) frame.buffer));
                    frame.release();
                });
            }
        }
        return answer();
    }

    String send(String offer) {
        setRemote(offer);
        connection.addTrack(factory.createAudioTrack("a", audio), List.of("s"));
        connection.addTrack(factory.createVideoTrack("v", video), List.of("s"));
        return answer();
    }

    void push(I420Picture picture) {
        NativeI420Buffer buffer = NativeI420Buffer.allocate(picture.width(), picture.height());
        Rotation.copy(picture, I420Pictures.of(buffer), 0);
        VideoFrame frame = new VideoFrame(buffer, System.nanoTime());
        video.pushFrame(frame);
        frame.release();
        byte[] silence = new byte[960];
        for (int i = 0; i < 3; i++) {
            audio.pushAudio(silence, 16, 48_000, 1, 480);
        }
    }

    private void setRemote(String offer) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        connection.setRemoteDescription(
                new RTCSessionDescription(RTCSdpType.OFFER, offer), applied(done));
        join(done);
    }

    private String answer() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        connection.createAnswer(
                new RTCAnswerOptions(),
                new CreateSessionDescriptionObserver() {
                    @Override
                    public void onSuccess(RTCSessionDescription description) {
                        connection.setLocalDescription(description, applied(done));
                    }

                    @Override
                    public void onFailure(String error) {
                        done.completeExceptionally(new IllegalStateException(error));
                    }
                });
        join(done);
        join(gathered);
        return connection.getLocalDescription().sdp;
    }

    private static SetSessionDescriptionObserver applied(CompletableFuture<Boolean> done) {
        return new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                done.complete(true);
            }

            @Override
            public void onFailure(String error) {
                done.completeExceptionally(new IllegalStateException(error));
            }
        };
    }

    private static void join(CompletableFuture<Boolean> future) {
        try {
            future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        connection.close();
        Natives.dispose(video::dispose);
        Natives.dispose(audio::dispose);
        Natives.dispose(factory::dispose);
        Natives.dispose(device::dispose);
    }
}

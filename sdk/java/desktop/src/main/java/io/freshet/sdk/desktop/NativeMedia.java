package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The libwebrtc factories of one engine, made when first needed. Media thread only.
///
/// libwebrtc's audio device belongs to the factory, and mixing custom audio with a recording device
/// in one factory aborts the JVM; hence three of them:
/// - `microphone`: publishes what the sound card records;
/// - `custom`: publishes only what is pushed; its device does nothing;
/// - `player`: plays on the sound card, or pulls decoded audio into the void when there is none,
///   since the audio jitter buffer would overflow otherwise.
final class NativeMedia {
    private final List<PeerConnectionFactory> factories = new ArrayList<>();
    private final List<AudioDeviceModuleBase> devices = new ArrayList<>();
    private @Nullable PeerConnectionFactory microphone;
    private boolean microphoneLooked;
    private @Nullable PeerConnectionFactory custom;
    private @Nullable PeerConnectionFactory player;
    private boolean speaker;

    /// Whether a sound card with an input was found; looked for at the first call.
    boolean hasMicrophone() {
        if (!microphoneLooked) {
            microphoneLooked = true;
            AudioDeviceModuleBase device = soundCard();
            if (device != null) {
                if (device.getRecordingDevices().isEmpty()) {
                    device.dispose();
                } else {
                    microphone = factory(device);
                }
            }
        }
        return microphone != null;
    }

    /// The factory that records; [#hasMicrophone] must have said yes.
    PeerConnectionFactory microphone() {
        if (!hasMicrophone() || microphone == null) {
            throw new IllegalStateException("no microphone");
        }
        return microphone;
    }

    PeerConnectionFactory custom() {
        if (custom == null) {
            custom = factory(new AudioDeviceModule(AudioLayer.kDummyAudio));
        }
        return custom;
    }

    PeerConnectionFactory player() {
        if (player == null) {
            AudioDeviceModuleBase device = soundCard();
            if (device != null && device.getPlayoutDevices().isEmpty()) {
                device.dispose();
                device = null;
            }
            speaker = device != null;
            player = factory(device == null ? new HeadlessAudioDeviceModule() : device);
        }
        return player;
    }

    /// Whether [#player] plays on a sound card.
    boolean hasSpeaker() {
        return speaker;
    }

    /// Frees everything; all connections, tracks and sources must be gone.
    void close() {
        factories.forEach(factory -> Natives.dispose(factory::dispose));
        devices.forEach(device -> Natives.dispose(device::dispose));
        factories.clear();
        devices.clear();
        microphone = null;
        custom = null;
        player = null;
    }

    private PeerConnectionFactory factory(AudioDeviceModuleBase device) {
        PeerConnectionFactory factory = new PeerConnectionFactory(device);
        devices.add(device);
        factories.add(factory);
        return factory;
    }

    /// The system's sound, or null: webrtc-java throws an Error when there is no sound server.
    private static @Nullable AudioDeviceModuleBase soundCard() {
        try {
            return new AudioDeviceModule();
        } catch (RuntimeException | Error absent) {
            return null;
        }
    }
}

package io.freshet.sdk.publish;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.DeviceState;
import io.freshet.sdk.media.LiveStream;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.Rates;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import io.freshet.sdk.signal.Reply;
import org.jspecify.annotations.Nullable;

/// One stream being published on one channel, from `startPublishingStream` to its end.
final class Publication implements LiveStream.Side {
    private final Publications publications;
    private final ZegoPublishChannel channel;
    private final LiveStream stream;
    private final Rates rates = new Rates();
    private String extraInfo;

    /// What the server was told last; null when it is not known whether that has arrived.
    private @Nullable Devices toldDevices;

    Publication(
            Publications publications,
            ZegoPublishChannel channel,
            String roomId,
            String streamId,
            String extraInfo) {
        this.publications = publications;
        this.channel = channel;
        this.extraInfo = extraInfo;
        stream = publications.prepare(roomId, streamId, this);
    }

    ZegoPublishChannel channel() {
        return channel;
    }

    LiveStream stream() {
        return stream;
    }

    String extraInfo() {
        return extraInfo;
    }

    void setExtraInfo(String newExtraInfo) {
        extraInfo = newExtraInfo;
    }

    @Override
    public MediaSession open(MediaSession.Listener listener) {
        rates.onNewSession();
        return publications.engine().publish(channel, listener);
    }

    @Override
    public ClientMessage request(long id, String offer) {
        Devices devices = publications.devices(channel);
        toldDevices = devices;
        return new ClientMessage.Publish(
                id,
                stream.roomId(),
                stream.streamId(),
                extraInfo,
                offer,
                devices.camera(),
                devices.microphone());
    }

    /// Tells the others about the camera and microphone if they are in another state than the last
    /// told. Before the stream is asked for there is nobody to tell.
    void tellDevices() {
        Devices devices = publications.devices(channel);
        if (!stream.asked()
                || devices.equals(toldDevices)
                || !publications.mayTellDevices(stream.roomId())) {
            return;
        }
        toldDevices = devices;
        publications
                .signalling()
                .request(
                        id ->
                                new ClientMessage.SetStreamDeviceStates(
                                        id,
                                        stream.roomId(),
                                        stream.streamId(),
                                        devices.camera(),
                                        devices.microphone()),
                        new Reply() {
                            @Override
                            public void onAnswer(int code, String message, Answer.Result result) {}

                            @Override
                            public void onLost() {
                                toldDevices = null;
                            }
                        });
    }

    @Override
    public void onPhase(LiveStream.Phase phase, int code, String message) {
        publications.onPhase(this, phase, code, message);
    }

    @Override
    public void onStats(MediaStats stats) {
        publications.listener().onPublishQuality(stream.streamId(), rates.published(stats));
    }

    @Override
    public void onMedia(MediaPath.MediaEvent event) {
        publications.listener().onPublishMedia(channel, event);
    }

    /// How camera and microphone fare.
    record Devices(DeviceState camera, DeviceState microphone) {}
}

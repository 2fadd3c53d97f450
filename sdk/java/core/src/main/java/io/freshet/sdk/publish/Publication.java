package io.freshet.sdk.publish;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.DeviceState;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.Rates;
import io.freshet.sdk.media.ToldMedia;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import org.jspecify.annotations.Nullable;

/// One stream being published on one channel, from `startPublishingStream` to its end.
final class Publication implements MediaPath.Owner {
    private final Publications publications;
    private final ZegoPublishChannel channel;
    private final String roomId;
    private final String streamId;
    private final MediaPath path;
    private final Rates rates = new Rates();
    private final ToldMedia told = new ToldMedia();
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
        this.roomId = roomId;
        this.streamId = streamId;
        this.extraInfo = extraInfo;
        path = publications.newPath(this);
    }

    ZegoPublishChannel channel() {
        return channel;
    }

    String roomId() {
        return roomId;
    }

    String streamId() {
        return streamId;
    }

    MediaPath path() {
        return path;
    }

    String extraInfo() {
        return extraInfo;
    }

    void setExtraInfo(String newExtraInfo) {
        extraInfo = newExtraInfo;
    }

    void start() {
        publications.tellState(this, ZegoPublisherState.PUBLISH_REQUESTING, 0, "");
        path.start();
    }

    @Override
    public MediaSession open(MediaSession.Listener sessionListener) {
        rates.onNewSession();
        return publications.engine().publish(channel, sessionListener);
    }

    @Override
    public boolean maySend() {
        return publications.maySend(roomId);
    }

    @Override
    public ClientMessage request(long id, String offer) {
        Devices devices = publications.devices(channel);
        toldDevices = devices;
        return new ClientMessage.Publish(
                id, roomId, streamId, extraInfo, offer, devices.camera(), devices.microphone());
    }

    /// Tells the others about the camera and microphone if they are in another state than the last
    /// told. Before the stream is asked for there is nobody to tell.
    void tellDevices() {
        Devices devices = publications.devices(channel);
        if (!path.asked() || devices.equals(toldDevices) || !publications.mayTellDevices(roomId)) {
            return;
        }
        toldDevices = devices;
        publications
                .signalling()
                .request(
                        id ->
                                new ClientMessage.SetStreamDeviceStates(
                                        id,
                                        roomId,
                                        streamId,
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
    public MediaPath.Verdict onRefused(int code, String message) {
        if (code == ErrorCode.COMMON_NOT_LOGIN_ROOM.code()) {
            // It travelled behind a login that has to be repeated; a failed one ends everything.
            return MediaPath.Verdict.WAIT_FOR_LOGIN;
        }
        boolean mayPass =
                Signalling.isTooFrequent(code)
                        || code == ErrorCode.PUBLISHER_INNER_ERROR.code()
                        || code == ErrorCode.PUBLISHER_ERROR_NETWORK_INTERRUPT.code();
        return mayPass ? MediaPath.Verdict.RETRY : MediaPath.Verdict.END;
    }

    @Override
    public void onConnected() {
        publications.tellState(this, ZegoPublisherState.PUBLISHING, 0, "");
    }

    @Override
    public void onInterrupted(String reason) {
        publications.tellState(
                this,
                ZegoPublisherState.PUBLISH_REQUESTING,
                ErrorCode.PUBLISHER_ERROR_NETWORK_INTERRUPT.code(),
                reason);
    }

    @Override
    public void onOver(int code, String message) {
        if (code == 0) {
            if (path.asked()) {
                publications.oweStop(this);
            }
            ErrorCode timeout = ErrorCode.PUBLISHER_ERROR_RETRY_TIMEOUT;
            publications.onOver(this, timeout.code(), timeout.sentence());
        } else {
            publications.onOver(this, code, message);
        }
    }

    @Override
    public void onStats(MediaStats stats) {
        publications.listener().onPublishQuality(streamId, rates.published(stats));
    }

    @Override
    public void onMedia(MediaPath.MediaEvent event) {
        if (told.add(event)) {
            publications.listener().onPublishMedia(channel, event);
        }
    }

    /// How camera and microphone fare.
    record Devices(DeviceState camera, DeviceState microphone) {}
}

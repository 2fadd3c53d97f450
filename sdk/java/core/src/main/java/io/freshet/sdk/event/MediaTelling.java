package io.freshet.sdk.event;

import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import io.freshet.sdk.media.MediaPath;
import org.json.JSONObject;

/// Says what becomes of published and played streams in the API's terms.
public final class MediaTelling {
    private final AppEvents events;

    public MediaTelling(AppEvents events) {
        this.events = events;
    }

    public void publishState(String streamId, ZegoPublisherState state, int code, String message) {
        events.tell(h -> h.onPublisherStateUpdate(streamId, state, code, data(message)));
    }

    public void playState(String streamId, ZegoPlayerState state, int code, String message) {
        events.tell(h -> h.onPlayerStateUpdate(streamId, state, code, data(message)));
    }

    public void published(ZegoPublishChannel channel, MediaPath.MediaEvent event) {
        if (event == MediaPath.MediaEvent.First.AUDIO) {
            events.tell(h -> h.onPublisherSendAudioFirstFrame(channel));
        } else if (event == MediaPath.MediaEvent.First.VIDEO) {
            events.tell(h -> h.onPublisherSendVideoFirstFrame(channel));
        } else if (event == MediaPath.MediaEvent.First.VIDEO_RENDERED) {
            events.tell(h -> h.onPublisherRenderVideoFirstFrame(channel));
        } else if (event instanceof MediaPath.MediaEvent.VideoSize size) {
            events.tell(h -> h.onPublisherVideoSizeChanged(size.width(), size.height(), channel));
        }
    }

    public void played(String streamId, MediaPath.MediaEvent event) {
        if (event == MediaPath.MediaEvent.First.AUDIO) {
            events.tell(h -> h.onPlayerRecvAudioFirstFrame(streamId));
        } else if (event == MediaPath.MediaEvent.First.VIDEO) {
            events.tell(h -> h.onPlayerRecvVideoFirstFrame(streamId));
        } else if (event == MediaPath.MediaEvent.First.VIDEO_RENDERED) {
            events.tell(h -> h.onPlayerRenderVideoFirstFrame(streamId));
        } else if (event instanceof MediaPath.MediaEvent.VideoSize size) {
            events.tell(h -> h.onPlayerVideoSizeChanged(streamId, size.width(), size.height()));
        }
    }

    private static JSONObject data(String message) {
        return RoomTelling.reason(message);
    }
}

package io.freshet.sdk.engine;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoPublishStreamQuality;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.capture.Capture;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.event.MediaTelling;
import io.freshet.sdk.event.RunningState;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.StreamContext;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.publish.Publications;
import org.jspecify.annotations.Nullable;

/// Begins publishing and preview, and tells the app what becomes of them.
public final class Publishing {
    private static final String FUNCTION = "startPublishingStream";

    private final AppEvents events;
    private final MediaTelling telling;
    private final MediaRooms rooms;
    private final Capture capture;
    private final RunningState running;
    private final Publications publications;

    Publishing(
            AppEvents events,
            MediaRooms rooms,
            Capture capture,
            RunningState running,
            StreamContext context,
            MediaEngine media) {
        this.events = events;
        this.rooms = rooms;
        this.capture = capture;
        this.running = running;
        telling = new MediaTelling(events);
        publications = new Publications(context, media, capture, new Watcher());
    }

    Publications publications() {
        return publications;
    }

    /// Publishes; what is wrong is told as NO_PUBLISH.
    ///
    /// @param roomId empty for the only room
    public void start(ZegoPublishChannel channel, String roomId, String streamId) {
        MediaRooms.Choice room =
                rooms.choose(roomId, ErrorCode.PUBLISHER_ERROR_PUBLISH_WHEN_USING_MULTI_ROOM);
        ErrorCode refusal = room.refusal();
        if (refusal.isSuccess()) {
            refusal = publications.start(channel, room.roomId(), streamId);
        }
        if (refusal.isSuccess()) {
            capture.setPublishing(channel, true);
            running.update();
            events.succeeded(FUNCTION);
            return;
        }
        // An app must not take the stream it is publishing for ended.
        if (!publications.streamOn(channel).filter(streamId::equals).isPresent()) {
            telling.publishState(
                    streamId, ZegoPublisherState.NO_PUBLISH, refusal.code(), refusal.sentence());
        }
        events.failed(FUNCTION, refusal);
    }

    public void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas) {
        if (rooms.mediaAbsent()) {
            events.failed("startPreview", ErrorCode.COMMON_LOAD_LIBRARY_FAILED);
            return;
        }
        capture.startPreview(channel, canvas);
        running.update();
        events.succeeded("startPreview");
    }

    public void stopPreview(ZegoPublishChannel channel) {
        capture.stopPreview(channel);
        running.update();
    }

    void stopPreviews() {
        capture.stopPreviews();
        running.update();
    }

    private final class Watcher implements Publications.Listener {
        @Override
        public void onPublishState(
                ZegoPublishChannel channel,
                String streamId,
                ZegoPublisherState state,
                int code,
                String message) {
            telling.publishState(streamId, state, code, message);
            if (state == ZegoPublisherState.NO_PUBLISH) {
                if (code != 0) {
                    events.failed(FUNCTION, code, message);
                }
                capture.setPublishing(channel, false);
                running.update();
            }
        }

        @Override
        public void onPublishQuality(String streamId, ZegoPublishStreamQuality quality) {
            events.tellLatest(
                    "publishing " + streamId, h -> h.onPublisherQualityUpdate(streamId, quality));
        }

        @Override
        public void onPublishMedia(ZegoPublishChannel channel, MediaPath.MediaEvent event) {
            telling.published(channel, event);
        }
    }
}

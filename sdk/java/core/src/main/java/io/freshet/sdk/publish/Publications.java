package io.freshet.sdk.publish;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoPublisherState;
import im.zego.zegoexpress.entity.ZegoPublishStreamQuality;
import io.freshet.protocol.Capabilities;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.capture.Capture;
import io.freshet.sdk.media.Direction;
import io.freshet.sdk.media.LiveStream;
import io.freshet.sdk.media.LiveStreams;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.StreamContext;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.room.RoomSession;
import io.freshet.sdk.signal.Outcome;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this engine publishes: at most one stream a channel.
public final class Publications {
    private static final Direction DIRECTION =
            new Direction(
                    ErrorCode.PUBLISHER_ERROR_NETWORK_INTERRUPT,
                    ErrorCode.PUBLISHER_ERROR_RETRY_TIMEOUT,
                    ErrorCode.PUBLISHER_ERROR_RETRY_TIMEOUT.sentence(),
                    EnumSet.noneOf(ErrorCode.class),
                    EnumSet.of(
                            ErrorCode.PUBLISHER_INNER_ERROR,
                            ErrorCode.PUBLISHER_ERROR_NETWORK_INTERRUPT),
                    EnumSet.of(
                            ErrorCode.PUBLISHER_ERROR_SERVER_FORBID,
                            ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM,
                            ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR),
                    EnumSet.noneOf(ErrorCode.class),
                    ClientMessage.StopPublishing::new);

    private final StreamContext context;
    private final MediaEngine engine;
    private final Capture capture;
    private final Listener listener;
    private final LiveStreams streams;
    private final Map<ZegoPublishChannel, Publication> byChannel =
            new EnumMap<>(ZegoPublishChannel.class);

    /// Set before publishing starts, for the next stream of the channel.
    private final Map<ZegoPublishChannel, String> extraInfos =
            new EnumMap<>(ZegoPublishChannel.class);

    public Publications(
            StreamContext context, MediaEngine engine, Capture capture, Listener listener) {
        this.context = context;
        this.engine = engine;
        this.capture = capture;
        this.listener = listener;
        streams = new LiveStreams(context, DIRECTION);
    }

    /// Publishes on a channel.
    ///
    /// @return why it did not start, or success; the app is told by the caller
    public ErrorCode start(ZegoPublishChannel channel, String roomId, String streamId) {
        ErrorCode id = Identifiers.checkStreamId(streamId);
        if (!id.isSuccess()) {
            return id;
        }
        if (byChannel.containsKey(channel)) {
            return ErrorCode.PUBLISHER_ERROR_ALREADY_DO_PUBLISH;
        }
        if (streams.has(streamId)) {
            return ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM;
        }
        String extraInfo = extraInfos.getOrDefault(channel, "");
        Publication publication = new Publication(this, channel, roomId, streamId, extraInfo);
        byChannel.put(channel, publication);
        streams.start(publication.stream());
        return ErrorCode.COMMON_SUCCESS;
    }

    /// Harmless when nothing is published on the channel.
    public void stop(ZegoPublishChannel channel) {
        Publication publication = byChannel.get(channel);
        if (publication != null) {
            streams.stop(publication.stream());
        }
    }

    /// The camera or microphone of a channel may be in another state.
    public void onDevices(ZegoPublishChannel channel) {
        Publication publication = byChannel.get(channel);
        if (publication != null) {
            publication.tellDevices();
        }
    }

    public Optional<String> streamOn(ZegoPublishChannel channel) {
        return Optional.ofNullable(byChannel.get(channel))
                .map(published -> published.stream().streamId());
    }

    /// What is published in the room right now, as others see it.
    public List<RoomStream> streamsIn(RoomSession room) {
        List<RoomStream> connected = new ArrayList<>();
        for (Publication publication : byChannel.values()) {
            LiveStream stream = publication.stream();
            if (stream.roomId().equals(room.roomId()) && stream.connected()) {
                connected.add(
                        new RoomStream(
                                stream.streamId(),
                                new RoomUser(room.userId(), room.userName()),
                                publication.extraInfo(),
                                capture.camera(publication.channel()),
                                capture.microphone(publication.channel())));
            }
        }
        return connected;
    }

    /// For the stream on the channel, or the next one there.
    public void setExtraInfo(
            ZegoPublishChannel channel, @Nullable String extraInfo, Outcome outcome) {
        ErrorCode check = Identifiers.checkStreamExtraInfo(extraInfo);
        if (extraInfo == null || !check.isSuccess()) {
            outcome.onOutcome(check.code(), check.sentence(), 0);
            return;
        }
        extraInfos.put(channel, extraInfo);
        Publication publication = byChannel.get(channel);
        if (publication != null) {
            publication.setExtraInfo(extraInfo);
        }
        if (publication == null || !publication.stream().asked()) {
            outcome.onOutcome(0, "", 0); // goes out with the request to publish
            return;
        }
        LiveStream stream = publication.stream();
        signalling()
                .request(
                        id ->
                                new ClientMessage.SetStreamExtraInfo(
                                        id, stream.roomId(), stream.streamId(), extraInfo),
                        new Reply() {
                            @Override
                            public void onAnswer(int code, String message, Answer.Result answer) {
                                outcome.onOutcome(code, message, 0);
                            }

                            @Override
                            public void onLost() {
                                ErrorCode failed = ErrorCode.PUBLISHER_UPDATE_EXTRA_INFO_FAILED;
                                outcome.onOutcome(failed.code(), failed.sentence(), 0);
                            }
                        });
    }

    public void onMaySend(String roomId, boolean known) {
        streams.onMaySend(roomId, known);
        for (Publication publication : byChannel.values()) {
            if (known && publication.stream().roomId().equals(roomId)) {
                publication.tellDevices(); // they may have changed while it was away
            }
        }
    }

    /// The login is over, and with it everything published in the room, for the server, too.
    public void onRoomOver(String roomId, int code, String message) {
        streams.onRoomOver(roomId, code, message, false);
    }

    public void onServerState(ServerMessage.PublishStateChanged change) {
        streams.onServerState(change.streamId(), change.state(), change.code(), change.message());
    }

    LiveStream prepare(String roomId, String streamId, LiveStream.Side side) {
        return streams.prepare(roomId, streamId, side);
    }

    void onPhase(Publication publication, LiveStream.Phase phase, int code, String message) {
        ZegoPublishChannel channel = publication.channel();
        if (phase == LiveStream.Phase.OVER) {
            byChannel.remove(channel);
            extraInfos.remove(channel);
        }
        ZegoPublisherState state =
                switch (phase) {
                    case REQUESTING -> ZegoPublisherState.PUBLISH_REQUESTING;
                    case FLOWING -> ZegoPublisherState.PUBLISHING;
                    case OVER -> ZegoPublisherState.NO_PUBLISH;
                };
        listener.onPublishState(channel, publication.stream().streamId(), state, code, message);
    }

    Publication.Devices devices(ZegoPublishChannel channel) {
        return new Publication.Devices(capture.camera(channel), capture.microphone(channel));
    }

    boolean mayTellDevices(String roomId) {
        return context.maySend().test(roomId) && signalling().serves(Capabilities.DEVICE_STATES);
    }

    Signalling signalling() {
        return context.signalling();
    }

    MediaEngine engine() {
        return engine;
    }

    Listener listener() {
        return listener;
    }

    public interface Listener {
        /// NO_PUBLISH is the last for a stream; with a code it failed.
        void onPublishState(
                ZegoPublishChannel channel,
                String streamId,
                ZegoPublisherState state,
                int code,
                String message);

        void onPublishQuality(String streamId, ZegoPublishStreamQuality quality);

        void onPublishMedia(ZegoPublishChannel channel, MediaPath.MediaEvent event);
    }
}

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
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.OwedStops;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.room.RoomSession;
import io.freshet.sdk.signal.ReconnectPolicy;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What this engine publishes: at most one stream a channel.
public final class Publications {
    private final SdkLoop loop;
    private final Signalling signalling;
    private final ReconnectPolicy pauses;
    private final LongSupplier retryWindowNs;
    private final MediaEngine engine;
    private final Capture capture;
    private final Predicate<String> maySend;
    private final Listener listener;
    private final OwedStops owedStops;
    private final Map<ZegoPublishChannel, Publication> byChannel =
            new EnumMap<>(ZegoPublishChannel.class);

    /// Set before publishing starts, for the next stream of the channel.
    private final Map<ZegoPublishChannel, String> extraInfos =
            new EnumMap<>(ZegoPublishChannel.class);

    /// @param maySend whether requests of a room may be sent now
    public Publications(
            SdkLoop loop,
            Signalling signalling,
            ReconnectPolicy pauses,
            LongSupplier retryWindowNs,
            MediaEngine engine,
            Capture capture,
            Predicate<String> maySend,
            Listener listener) {
        this.loop = loop;
        this.signalling = signalling;
        this.pauses = pauses;
        this.retryWindowNs = retryWindowNs;
        this.engine = engine;
        this.capture = capture;
        this.maySend = maySend;
        this.listener = listener;
        owedStops = new OwedStops(signalling, maySend, ClientMessage.StopPublishing::new);
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
        for (Publication other : byChannel.values()) {
            if (other.streamId().equals(streamId)) {
                return ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM;
            }
        }
        String extraInfo = extraInfos.getOrDefault(channel, "");
        Publication publication = new Publication(this, channel, roomId, streamId, extraInfo);
        byChannel.put(channel, publication);
        owedStops.onStart(streamId);
        publication.start();
        return ErrorCode.COMMON_SUCCESS;
    }

    /// Harmless when nothing is published on the channel.
    public void stop(ZegoPublishChannel channel) {
        Publication publication = byChannel.get(channel);
        if (publication != null) {
            if (publication.path().asked()) {
                owedStops.onStop(publication.roomId(), publication.streamId());
            }
            publication.path().stop();
            onOver(publication, 0, "");
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
        return Optional.ofNullable(byChannel.get(channel)).map(Publication::streamId);
    }

    /// What is published in the room right now, as others see it.
    public List<RoomStream> streamsIn(RoomSession room) {
        List<RoomStream> streams = new ArrayList<>();
        for (Publication publication : byChannel.values()) {
            if (publication.roomId().equals(room.roomId()) && publication.path().connected()) {
                streams.add(
                        new RoomStream(
                                publication.streamId(),
                                new RoomUser(room.userId(), room.userName()),
                                publication.extraInfo(),
                                capture.camera(publication.channel()),
                                capture.microphone(publication.channel())));
            }
        }
        return streams;
    }

    /// For the stream on the channel, or the next one there.
    ///
    /// @param result gets a sentence and the code, once
    public void setExtraInfo(
            ZegoPublishChannel channel, @Nullable String extraInfo, ObjIntConsumer<String> result) {
        ErrorCode check = Identifiers.checkStreamExtraInfo(extraInfo);
        if (extraInfo == null || !check.isSuccess()) {
            result.accept(check.sentence(), check.code());
            return;
        }
        extraInfos.put(channel, extraInfo);
        Publication publication = byChannel.get(channel);
        if (publication == null) {
            result.accept("", 0);
            return;
        }
        publication.setExtraInfo(extraInfo);
        if (!publication.path().asked()) {
            result.accept("", 0); // goes out with the request to publish
            return;
        }
        signalling.request(
                id ->
                        new ClientMessage.SetStreamExtraInfo(
                                id, publication.roomId(), publication.streamId(), extraInfo),
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result answer) {
                        result.accept(message, code);
                    }

                    @Override
                    public void onLost() {
                        ErrorCode failed = ErrorCode.PUBLISHER_UPDATE_EXTRA_INFO_FAILED;
                        result.accept(failed.sentence(), failed.code());
                    }
                });
    }

    public void onMaySend(String roomId, boolean known) {
        owedStops.onMaySend(roomId, known);
        for (Publication publication : all()) {
            if (publication.roomId().equals(roomId)) {
                publication.path().onMaySend(known);
                if (known) {
                    publication.tellDevices(); // they may have changed while it was away
                }
            }
        }
    }

    /// The login is over, and with it everything published in the room.
    public void onRoomOver(String roomId, int code, String message) {
        owedStops.onRoomOver(roomId);
        for (Publication publication : all()) {
            if (publication.roomId().equals(roomId)) {
                publication.path().stop();
                onOver(publication, code, message);
            }
        }
    }

    public void onServerState(ServerMessage.PublishStateChanged change) {
        for (Publication publication : all()) {
            if (publication.streamId().equals(change.streamId())) {
                switch (change.state()) {
                    case CONNECTED -> publication.path().onServerConnected();
                    case INTERRUPTED -> publication.path().onServerInterrupted();
                    case ENDED -> onServerEnded(publication, change.code(), change.message());
                }
            }
        }
    }

    private void onServerEnded(Publication publication, int code, String message) {
        boolean forGood =
                code == ErrorCode.PUBLISHER_ERROR_SERVER_FORBID.code()
                        || code == ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM.code()
                        || code == ErrorCode.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR.code();
        if (forGood) {
            publication.path().stop();
            onOver(publication, code, message);
        } else {
            publication.path().onServerEnded(message);
        }
    }

    void onOver(Publication publication, int code, String message) {
        byChannel.remove(publication.channel(), publication);
        extraInfos.remove(publication.channel());
        tellState(publication, ZegoPublisherState.NO_PUBLISH, code, message);
    }

    void tellState(Publication publication, ZegoPublisherState state, int code, String message) {
        listener.onPublishState(
                publication.channel(), publication.streamId(), state, code, message);
    }

    /// Given up here, the stream may yet be there for the server.
    void oweStop(Publication publication) {
        owedStops.onStop(publication.roomId(), publication.streamId());
    }

    Publication.Devices devices(ZegoPublishChannel channel) {
        return new Publication.Devices(capture.camera(channel), capture.microphone(channel));
    }

    boolean mayTellDevices(String roomId) {
        return maySend(roomId) && signalling.serves(Capabilities.DEVICE_STATES);
    }

    Signalling signalling() {
        return signalling;
    }

    MediaPath newPath(Publication publication) {
        return new MediaPath(loop, signalling, pauses, retryWindowNs.getAsLong(), publication);
    }

    MediaEngine engine() {
        return engine;
    }

    boolean maySend(String roomId) {
        return maySend.test(roomId);
    }

    Listener listener() {
        return listener;
    }

    private List<Publication> all() {
        return new ArrayList<>(byChannel.values());
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

package io.freshet.sdk.event;

import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomStream;
import io.freshet.sdk.room.RoomChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells how the cameras and microphones behind played streams fare: once when playing begins, or
/// when a played stream comes into a room, then each change.
public final class RemoteDevices {
    private final AppEvents events;
    private final Function<String, Optional<RoomStream>> streams;

    /// The streams that play, with the state told last; without one while it is not known.
    private final Map<String, Optional<RoomStream>> playing = new HashMap<>();

    /// Tells the app.
    ///
    /// @param streams the streams that are known from rooms
    public RemoteDevices(AppEvents events, Function<String, Optional<RoomStream>> streams) {
        this.events = events;
        this.streams = streams;
    }

    public void onPlaying(String streamId) {
        if (!playing.containsKey(streamId)) {
            playing.put(streamId, Optional.empty());
            streams.apply(streamId).ifPresent(this::tell);
        }
    }

    public void onStopped(String streamId) {
        playing.remove(streamId);
    }

    public void onChanges(List<RoomChange> changes) {
        for (RoomChange change : changes) {
            if (change instanceof RoomChange.StreamsAdded added) {
                added.streams().forEach(this::tell);
            } else if (change instanceof RoomChange.DeviceStatesChanged changed) {
                changed.streams().forEach(this::tell);
            } else if (change instanceof RoomChange.StreamsRemoved removed) {
                for (RoomStream stream : removed.streams()) {
                    playing.replace(stream.streamId(), Optional.empty());
                }
            }
        }
    }

    private void tell(RoomStream stream) {
        String streamId = stream.streamId();
        Optional<RoomStream> told = playing.get(streamId);
        if (told == null) {
            return;
        }
        DeviceState camera = told.map(RoomStream::camera).orElse(null);
        DeviceState microphone = told.map(RoomStream::microphone).orElse(null);
        playing.put(streamId, Optional.of(stream));
        if (differs(stream.camera(), camera)) {
            ZegoRemoteDeviceState state = state(stream.camera());
            events.tell(h -> h.onRemoteCameraStateUpdate(streamId, state));
        }
        if (differs(stream.microphone(), microphone)) {
            ZegoRemoteDeviceState state = state(stream.microphone());
            events.tell(h -> h.onRemoteMicStateUpdate(streamId, state));
        }
    }

    private static boolean differs(DeviceState now, @Nullable DeviceState before) {
        return now != before;
    }

    /// The numbers are the same.
    private static ZegoRemoteDeviceState state(DeviceState state) {
        return ZegoRemoteDeviceState.getZegoRemoteDeviceState(state.code());
    }
}

package io.freshet.server.control;

import java.util.ArrayList;
import java.util.List;

/// Streams as backends see and change them.
final class RealmStreams implements StreamOperations {
    private final RoomAccess access;

    RealmStreams(RoomAccess access) {
        this.access = access;
    }

    @Override
    public List<LiveStream> streams(long appId, String roomId) {
        return access.look(appId, roomId, RealmStreams::liveStreams).orElse(List.of());
    }

    private static List<LiveStream> liveStreams(Room room) {
        List<LiveStream> found = new ArrayList<>();
        for (var stream : room.streams()) {
            room.reporter.stream(stream.streamId())
                    .map(life ->
                            new LiveStream(stream, life.since().wallMs(), life.streamSessionId()))
                    .ifPresent(found::add);
        }
        return found;
    }
}

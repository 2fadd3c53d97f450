package io.freshet.server.control;

import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.RoomOccurrence.EndReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The streams of one room, as everybody in it sees them: those that users publish here, and those
/// that a backend has announced. Guarded by the room's lock.
///
/// An injected stream has no media of its own. It can be played while somebody publishes its id
/// anywhere in the project, and is waited for otherwise. A publication of its id in this room takes
/// its place.
final class RoomStreams {
    /// Injected ones; those of users are bounded by their sessions.
    static final int MAX_INJECTED = 100;

    /// What came of an injection.
    enum Injection {
        DONE,
        /// Another user has the stream.
        TAKEN,
        /// There are [#MAX_INJECTED] already.
        FULL
    }

    private static final class Entry {
        final long addedAt;
        final boolean injected;
        RoomStream stream;

        Entry(long addedAt, boolean injected, RoomStream stream) {
            this.addedAt = addedAt;
            this.injected = injected;
            this.stream = stream;
        }
    }

    private final Room room;
    private final Roster roster;
    private final Counters counters;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int injected;

    RoomStreams(Room room, Roster roster, Counters counters) {
        this.room = room;
        this.roster = roster;
        this.counters = counters;
    }

    List<RoomStream> all() {
        return entries.values().stream().map(entry -> entry.stream).toList();
    }

    int count() {
        return entries.size();
    }

    boolean has(String streamId) {
        return entries.containsKey(streamId);
    }

    boolean isInjected(String streamId) {
        Entry entry = entries.get(streamId);
        return entry != null && entry.injected;
    }

    /// Announces a stream that is published here; returns the id of its life.
    ///
    /// @param videoCodec as in SDP, empty without video
    long publish(RoomStream stream, String videoCodec) {
        remove(stream.streamId(), EndReason.BY_SERVER);
        add(stream, false);
        return room.reporter.onStreamPublished(stream, videoCodec);
    }

    /// Announces a stream for a backend. If the user has it here already, only the extra info of an
    /// injected one changes.
    ///
    /// @param title for backends' callbacks
    Injection inject(RoomUser user, String streamId, String title, String info) {
        Entry present = entries.get(streamId);
        if (present != null) {
            if (!present.stream.user().userId().equals(user.userId())) {
                return Injection.TAKEN;
            }
            if (present.injected) {
                changeExtraInfo(streamId, info);
            }
            return Injection.DONE;
        }
        if (injected == MAX_INJECTED) {
            return Injection.FULL;
        }
        RoomStream stream =
                new RoomStream(
                        streamId, user, info, Devices.OPEN.camera(), Devices.OPEN.microphone());
        add(stream, true);
        room.reporter.onStreamInjected(stream, title);
        return Injection.DONE;
    }

    private void add(RoomStream stream, boolean isInjected) {
        long version = room.nextVersion();
        entries.put(stream.streamId(), new Entry(version, isInjected, stream));
        roster.put(version, stream);
        counters.streams.incrementAndGet();
        injected += isInjected ? 1 : 0;
        room.append(new RoomEvent.StreamAdded(version, stream));
    }

    /// Takes a stream off if it is there.
    void remove(String streamId, EndReason reason) {
        Entry entry = entries.remove(streamId);
        if (entry != null) {
            roster.removeStream(entry.addedAt);
            counters.streams.decrementAndGet();
            injected -= entry.injected ? 1 : 0;
            room.reporter.onStreamRemoved(entry.stream, reason);
            room.append(
                    new RoomEvent.StreamRemoved(
                            room.nextVersion(), entry.stream, reason.forClients()));
        }
    }

    /// Takes off what a user in the room publishes; injected streams are not its own.
    void removePublishedBy(String userId, EndReason reason) {
        for (Entry entry : List.copyOf(entries.values())) {
            if (!entry.injected && entry.stream.user().userId().equals(userId)) {
                remove(entry.stream.streamId(), reason);
            }
        }
    }

    /// Takes all off; the room closes.
    void clear() {
        List.copyOf(entries.keySet()).forEach(streamId -> remove(streamId, EndReason.ROOM_CLEARED));
    }

    /// Changes the extra info of a stream that is there; nobody is told if it is what it was.
    void changeExtraInfo(String streamId, String info) {
        Entry entry = entries.get(streamId);
        if (entry == null || entry.stream.extraInfo().equals(info)) {
            return;
        }
        entry.stream = entry.stream.withExtraInfo(info);
        roster.put(entry.addedAt, entry.stream);
        room.append(new RoomEvent.StreamExtraInfoChanged(room.nextVersion(), entry.stream));
    }

    /// Changes the states of the devices behind a stream that is there; nobody is told if they are
    /// what they were.
    void changeDevices(String streamId, Devices devices) {
        Entry entry = entries.get(streamId);
        if (entry == null
                || (entry.stream.camera() == devices.camera()
                        && entry.stream.microphone() == devices.microphone())) {
            return;
        }
        entry.stream = entry.stream.withDevices(devices.camera(), devices.microphone());
        roster.put(entry.addedAt, entry.stream);
        room.append(new RoomEvent.StreamDeviceStatesChanged(room.nextVersion(), entry.stream));
    }
}

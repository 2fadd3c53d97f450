package io.freshet.sdk.room;

import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.List;

/// Collects changes in order; neighbours of one kind become one.
final class Changes {
    private enum Kind {
        NONE,
        USERS_ADDED,
        USERS_REMOVED,
        STREAMS_ADDED,
        STREAMS_REMOVED,
        EXTRA_INFO_CHANGED,
        DEVICES_CHANGED,
        ROOM_EXTRA_INFO_CHANGED
    }

    private final List<RoomChange> done = new ArrayList<>();
    private Kind kind = Kind.NONE;
    private List<RoomUser> users = new ArrayList<>();
    private List<RoomStream> streams = new ArrayList<>();
    private List<StreamRemovalReason> reasons = new ArrayList<>();
    private List<RoomExtraInfo> infos = new ArrayList<>();

    void added(RoomUser user) {
        begin(Kind.USERS_ADDED);
        users.add(user);
    }

    void removed(RoomUser user) {
        begin(Kind.USERS_REMOVED);
        users.add(user);
    }

    void added(RoomStream stream) {
        begin(Kind.STREAMS_ADDED);
        streams.add(stream);
    }

    void removed(RoomStream stream, StreamRemovalReason reason) {
        begin(Kind.STREAMS_REMOVED);
        streams.add(stream);
        reasons.add(reason);
    }

    void extraInfoChanged(RoomStream stream) {
        begin(Kind.EXTRA_INFO_CHANGED);
        streams.add(stream);
    }

    void devicesChanged(RoomStream stream) {
        begin(Kind.DEVICES_CHANGED);
        streams.add(stream);
    }

    void extraInfoWritten(RoomExtraInfo info) {
        begin(Kind.ROOM_EXTRA_INFO_CHANGED);
        infos.add(info);
    }

    List<RoomChange> list() {
        begin(Kind.NONE);
        return done;
    }

    private void begin(Kind next) {
        if (next == kind) {
            return;
        }
        switch (kind) {
            case NONE -> {}
            case USERS_ADDED -> done.add(new RoomChange.UsersAdded(users));
            case USERS_REMOVED -> done.add(new RoomChange.UsersRemoved(users));
            case STREAMS_ADDED -> done.add(new RoomChange.StreamsAdded(streams));
            case STREAMS_REMOVED -> done.add(new RoomChange.StreamsRemoved(streams, reasons));
            case EXTRA_INFO_CHANGED -> done.add(new RoomChange.ExtraInfoChanged(streams));
            case DEVICES_CHANGED -> done.add(new RoomChange.DeviceStatesChanged(streams));
            case ROOM_EXTRA_INFO_CHANGED -> done.add(new RoomChange.RoomExtraInfoChanged(infos));
        }
        kind = next;
        users = new ArrayList<>();
        streams = new ArrayList<>();
        reasons = new ArrayList<>();
        infos = new ArrayList<>();
    }
}

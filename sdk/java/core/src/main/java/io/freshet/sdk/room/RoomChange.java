package io.freshet.sdk.room;

import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.List;

/// One thing to tell the app: never empty, never about the app's own user or streams.
public sealed interface RoomChange {
    record UsersAdded(List<RoomUser> users) implements RoomChange {
        public UsersAdded {
            users = List.copyOf(users);
        }
    }

    record UsersRemoved(List<RoomUser> users) implements RoomChange {
        public UsersRemoved {
            users = List.copyOf(users);
        }
    }

    record StreamsAdded(List<RoomStream> streams) implements RoomChange {
        public StreamsAdded {
            streams = List.copyOf(streams);
        }
    }

    /// Streams ended.
    ///
    /// @param reasons one for each stream, in the same order
    record StreamsRemoved(List<RoomStream> streams, List<StreamRemovalReason> reasons)
            implements RoomChange {
        public StreamsRemoved {
            streams = List.copyOf(streams);
            reasons = List.copyOf(reasons);
        }
    }

    record ExtraInfoChanged(List<RoomStream> streams) implements RoomChange {
        public ExtraInfoChanged {
            streams = List.copyOf(streams);
        }
    }

    /// The camera or the microphone behind streams is in another state.
    record DeviceStatesChanged(List<RoomStream> streams) implements RoomChange {
        public DeviceStatesChanged {
            streams = List.copyOf(streams);
        }
    }

    /// What belongs to the room was written by somebody else, or was there before the app.
    record RoomExtraInfoChanged(List<RoomExtraInfo> infos) implements RoomChange {
        public RoomExtraInfoChanged {
            infos = List.copyOf(infos);
        }
    }
}

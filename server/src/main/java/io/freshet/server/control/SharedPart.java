package io.freshet.server.control;

import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Users and streams of a room that came one after the other, for the pages of many newcomers:
/// encoded at most about once.
public final class SharedPart {
    private final List<RoomUser> users;
    private final List<RoomStream> streams;

    /// Set by whoever encodes first; two threads may both encode, to the same bytes.
    private volatile byte @Nullable [] encoded;

    public SharedPart(Collection<RoomUser> users, Collection<RoomStream> streams) {
        this.users = List.copyOf(users);
        this.streams = List.copyOf(streams);
    }

    public List<RoomUser> users() {
        return users;
    }

    public List<RoomStream> streams() {
        return streams;
    }

    boolean holdsStreamOf(Participant viewer) {
        for (RoomStream stream : streams) {
            if (viewer.owns(stream.user())) {
                return true;
            }
        }
        return false;
    }

    /// The part as it is sent, not to be changed; `encoder` must be the same function for every
    /// caller.
    public byte[] encoded(Function<SharedPart, byte[]> encoder) {
        byte[] bytes = encoded;
        if (bytes == null) {
            bytes = encoder.apply(this);
            encoded = bytes;
        }
        return bytes;
    }
}

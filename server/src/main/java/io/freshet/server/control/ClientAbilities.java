package io.freshet.server.control;

import io.freshet.protocol.Capabilities;
import java.util.List;

/// What a client understands, as its hello named it.
record ClientAbilities(
        boolean pages,
        boolean roomExtraInfo,
        boolean deviceStates,
        boolean messages,
        boolean transparentMessages) {

    /// What this server names in its welcome.
    static final List<String> SERVED =
            List.of(
                    Capabilities.PAGED_SNAPSHOTS,
                    Capabilities.ROOM_EXTRA_INFO,
                    Capabilities.DEVICE_STATES,
                    Capabilities.ROOM_MESSAGES,
                    Capabilities.TRANSPARENT_MESSAGES);

    static final ClientAbilities NONE = of(List.of());

    static ClientAbilities of(List<String> capabilities) {
        return new ClientAbilities(
                capabilities.contains(Capabilities.PAGED_SNAPSHOTS),
                capabilities.contains(Capabilities.ROOM_EXTRA_INFO),
                capabilities.contains(Capabilities.DEVICE_STATES),
                capabilities.contains(Capabilities.ROOM_MESSAGES),
                capabilities.contains(Capabilities.TRANSPARENT_MESSAGES));
    }
}

package io.freshet.protocol;

/// The named capabilities of this version. A client names what it understands in its hello, a
/// server what it serves in its welcome and again in `greeted`; see `protocol/spec/signalling.md`
/// section 3 for what follows from each.
public final class Capabilities {

    /// Of a client: puts a room together from a snapshot and its pages. Of a server: sends them.
    public static final String PAGED_SNAPSHOTS = "paged-snapshots";

    /// Of a client: knows the event `roomExtraInfoChanged`. Of a server: serves `setRoomExtraInfo`.
    public static final String ROOM_EXTRA_INFO = "room-extra-info";

    /// Of a client: knows the event `streamDeviceStatesChanged`. Of a server: serves
    /// `setStreamDeviceStates`.
    public static final String DEVICE_STATES = "device-states";

    /// Of a client: knows the notices of messages. Of a server: serves broadcast and barrage
    /// messages and custom commands, and repeats reliable ones after a resume.
    public static final String ROOM_MESSAGES = "room-messages";

    /// The same for transparent messages.
    public static final String TRANSPARENT_MESSAGES = "transparent-messages";

    private Capabilities() {}
}

package io.freshet.protocol;

/// Sizes and counts that both ends of the signalling hold each other to. Bytes are those of UTF-8.
public final class Limits {

    /// The versions of the signalling this code speaks, both inclusive.
    public static final int MIN_VERSION = 1;

    public static final int MAX_VERSION = 1;

    /// Largest JSON text of a client's message: 64 KiB.
    public static final int CLIENT_MESSAGE_MAX_BYTES = 64 * 1024;

    /// Largest JSON text of a server's message: 4 MiB, a snapshot of a very large room.
    public static final int SERVER_MESSAGE_MAX_BYTES = 4 * 1024 * 1024;

    /// Nesting of arrays and objects in a message, unknown fields included.
    public static final int MESSAGE_MAX_DEPTH = 16;

    /// Largest SDP offer or answer, on every path: 32 KiB. Browsers' offers of one audio and one
    /// video section stay below 10 KiB.
    public static final int SDP_MAX_BYTES = 32 * 1024;

    /// Largest Token04, in characters of Base64.
    public static final int TOKEN_MAX_LENGTH = 16 * 1024;

    /// Largest request `id`, `version` of a room and other counting number: 2^53 - 1, the largest
    /// that is exact in every JSON reader (RFC 8259 §6).
    public static final long COUNT_MAX = (1L << 53) - 1;

    /// AppIDs are unsigned 32-bit numbers from 1.
    public static final long APP_ID_MAX = 0xFFFF_FFFFL;

    public static final int ROOM_ID_MAX_BYTES = 127;

    public static final int USER_ID_MAX_BYTES = 63;

    public static final int USER_NAME_MAX_BYTES = 255;

    public static final int STREAM_ID_MAX_BYTES = 255;

    public static final int STREAM_EXTRA_INFO_MAX_BYTES = 1023;

    /// Broadcast and barrage messages and custom commands.
    public static final int MESSAGE_CONTENT_MAX_BYTES = 1024;

    /// Bytes of a transparent message before they become Base64.
    public static final int TRANSPARENT_MESSAGE_MAX_BYTES = 1024;

    /// Receivers that one custom command or transparent message can name.
    public static final int MESSAGE_RECEIVERS_MAX_COUNT = 500;

    public static final int ROOM_EXTRA_INFO_KEY_MAX_BYTES = 10;

    public static final int ROOM_EXTRA_INFO_VALUE_MAX_BYTES = 128;

    /// Keys of extra info in one room.
    public static final int ROOM_EXTRA_INFO_KEYS_MAX_COUNT = 1;

    /// Longest text that the server's application gives to a user whom it removes.
    public static final int CUSTOM_REASON_MAX_BYTES = 256;

    /// Longest `userAgent` of a hello.
    public static final int USER_AGENT_MAX_BYTES = 255;

    /// Capabilities of one end, and the length of a capability's name.
    public static final int CAPABILITIES_MAX_COUNT = 64;

    public static final int CAPABILITY_MAX_BYTES = 63;

    /// Longest nonce of a welcome, resume key and room session ID.
    public static final int OPAQUE_MAX_BYTES = 127;

    /// Streams one client may play at once in the Express API.
    public static final int PLAYED_STREAMS_MAX_COUNT = 20;

    /// Streams one client may publish at once: the channels of the Express API.
    public static final int PUBLISHED_STREAMS_MAX_COUNT = 4;

    /// Rooms one client may be in at once, by default.
    public static final int ROOMS_MAX_COUNT = 5;

    /// Users and streams together in one snapshot or page, and events in one message. So many of
    /// the longest stay below [#SERVER_MESSAGE_MAX_BYTES].
    public static final int ROOM_PAGE_MAX_COUNT = 500;

    public static final int ROOM_EVENTS_MAX_COUNT = 500;

    /// Messages in one notice: what the Express API passes to one callback.
    public static final int MESSAGES_MAX_COUNT = 50;

    // Rates, each in a second. Those of the Express API, which counts them in one room unless said
    // otherwise; a message to nobody in particular counts as one to several.

    public static final int BROADCAST_MESSAGES_PER_SECOND = 10;

    /// Of one user in one room.
    public static final int BROADCAST_MESSAGES_PER_SECOND_OF_USER = 2;

    public static final int BARRAGE_MESSAGES_PER_SECOND = 20;

    public static final int CUSTOM_COMMANDS_TO_ONE_PER_SECOND = 200;

    public static final int CUSTOM_COMMANDS_TO_SEVERAL_PER_SECOND = 10;

    public static final int TRANSPARENT_MESSAGES_TO_ONE_PER_SECOND = 200;

    public static final int TRANSPARENT_MESSAGES_TO_SEVERAL_PER_SECOND = 20;

    public static final int ROOM_EXTRA_INFO_CHANGES_PER_SECOND = 10;

    private Limits() {}
}

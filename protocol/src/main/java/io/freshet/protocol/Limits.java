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

    private Limits() {}
}

package io.freshet.bench.rooms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Looks into the server's messages without making objects of them: there are too many for that.
/// What it does not find it says; the protocol's own reader sees everything else.
final class RoomText {
    /// What the load tells apart.
    enum Kind {
        WELCOME,
        ANSWER,
        EVENTS,
        PAGE,
        SNAPSHOT,
        USER_COUNT,
        OTHER
    }

    /// The content of one `roomEvents`.
    static final class Events {
        /// Of the message: the view's afterwards.
        final long version;

        /// Of each event, growing.
        final long[] versions;

        /// For each event the number of the user who came, or -1 if one left.
        final int[] joined;

        Events(long version, long[] versions, int[] joined) {
            this.version = version;
            this.versions = versions;
            this.joined = joined;
        }
    }

    private static final byte[][] TYPES = {
        ascii("{\"type\":\"welcome\""),
        ascii("{\"type\":\"answer\""),
        ascii("{\"type\":\"roomEvents\""),
        ascii("{\"type\":\"roomPage\""),
        ascii("{\"type\":\"roomSnapshot\""),
        ascii("{\"type\":\"userCount\"")
    };
    private static final byte[] JOINED = ascii("\"kind\":\"userJoined\"");
    private static final byte[] LEFT = ascii("\"kind\":\"userLeft\"");
    private static final byte[] USER_ID = ascii("\"userId\":\"" + RoomClient.USER_PREFIX);
    private static final byte[] ID = ascii("\"id\":");
    private static final byte[] CODE = ascii("\"code\":");
    private static final byte[] VERSION = ascii("\"version\":");
    private static final byte[] USER_COUNT = ascii("\"userCount\":");

    private RoomText() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Kind kind(ByteBuffer text) {
        for (int i = 0; i < TYPES.length; i++) {
            if (startsWith(text, TYPES[i])) {
                return Kind.values()[i];
            }
        }
        return Kind.OTHER;
    }

    private static boolean startsWith(ByteBuffer text, byte[] what) {
        if (text.remaining() < what.length) {
            return false;
        }
        // The last characters tell the types apart soonest.
        for (int i = what.length - 1; i >= 0; i--) {
            if (text.get(text.position() + i) != what[i]) {
                return false;
            }
        }
        return true;
    }

    static long answeredId(ByteBuffer answer) {
        return numberAfter(answer, ID, answer.position());
    }

    static long code(ByteBuffer answer) {
        return numberAfter(answer, CODE, answer.position());
    }

    /// Of a snapshot in an answer: it stands behind all users and streams.
    static int userCount(ByteBuffer answer) {
        int from = Math.max(answer.position(), answer.limit() - 512);
        return (int) numberAfter(answer, USER_COUNT, from);
    }

    /// Of the room, in `roomEvents` and the answer to a login.
    static long version(ByteBuffer text) {
        return numberAfter(text, VERSION, text.position());
    }

    static Events events(ByteBuffer text) {
        long[] versions = new long[16];
        int[] joined = new int[16];
        int count = 0;
        int at = next(text, LEFT, JOINED, text.position());
        while (at >= 0) {
            if (count == joined.length) {
                versions = Arrays.copyOf(versions, 2 * count);
                joined = Arrays.copyOf(joined, 2 * count);
            }
            versions[count] = numberAfter(text, VERSION, at);
            joined[count++] =
                    startsAt(text, JOINED, at) ? (int) numberAfter(text, USER_ID, at) : -1;
            at = next(text, LEFT, JOINED, at + 1);
        }
        return new Events(
                version(text), Arrays.copyOf(versions, count), Arrays.copyOf(joined, count));
    }

    private static int next(ByteBuffer text, byte[] one, byte[] other, int from) {
        for (int at = from; at < text.limit() - one.length; at++) {
            if (text.get(at) == '"' && (startsAt(text, one, at) || startsAt(text, other, at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsAt(ByteBuffer text, byte[] what, int at) {
        if (text.limit() - at < what.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (text.get(at + i) != what[i]) {
                return false;
            }
        }
        return true;
    }

    /// -1 when there is none.
    private static long numberAfter(ByteBuffer text, byte[] name, int from) {
        for (int at = from; at <= text.limit() - name.length; at++) {
            if (startsAt(text, name, at)) {
                long number = 0;
                int digit = at + name.length;
                while (digit < text.limit() && text.get(digit) >= '0' && text.get(digit) <= '9') {
                    number = number * 10 + text.get(digit++) - '0';
                }
                return number;
            }
        }
        return -1;
    }
}

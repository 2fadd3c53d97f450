package io.freshet.bench.rooms;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Cuts a server's bytes into WebSocket frames. RFC 6455 §5.2; a server does not mask, and ours
/// does not fragment.
final class FrameReader {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FIN = 0x80;
    private static final int MASK = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    interface Output {
        /// The payload lies between the buffer's position and its limit.
        void onFrame(int opcode, ByteBuffer payload) throws IOException;
    }

    private FrameReader() {}

    /// Takes every whole frame out of the buffer and leaves the beginning of the next.
    ///
    /// @throws IOException when the bytes are not such frames
    static void read(ByteBuffer in, Output output) throws IOException {
        while (in.remaining() >= 2) {
            int start = in.position();
            int first = in.get() & 0xff;
            long length = in.get() & 0xff;
            if ((first & FIN) == 0 || (length & MASK) != 0) {
                throw new IOException("a fragmented or masked frame came");
            }
            int more = length == LENGTH_16 ? 2 : length == LENGTH_64 ? 8 : 0;
            if (in.remaining() < more) {
                in.position(start);
                return;
            }
            if (more > 0) {
                length = more == 2 ? in.getShort() & 0xffff : in.getLong();
            }
            if (length < 0 || length > in.capacity() - 10) {
                throw new IOException("a frame of " + length + " bytes came");
            }
            if (in.remaining() < length) {
                in.position(start);
                return;
            }
            int end = in.position() + (int) length;
            int limit = in.limit();
            in.limit(end);
            output.onFrame(first & 0x0f, in);
            in.limit(limit);
            in.position(end);
        }
    }
}

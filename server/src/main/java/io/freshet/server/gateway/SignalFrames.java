package io.freshet.server.gateway;

import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.SharedPage;
import io.freshet.server.control.SharedPart;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Makes the WebSocket frames of messages, RFC 6455 §5.2: whole texts, not masked. Made once, a
/// frame can be written to many clients.
final class SignalFrames {
    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    /// The longest head of a frame.
    private static final int MAX_HEAD = 10;

    private SignalFrames() {}

    static byte[] of(ServerMessage message) {
        return of(utf8(MessageCodec.encode(message)));
    }

    /// A page; its part is encoded once for all who get it.
    static byte[] of(SharedPage page) {
        return of(
                utf8(MessageCodec.encodePageHead(page.roomId(), page.version())),
                page.part().encoded(SignalFrames::members),
                utf8(MessageCodec.encodePageTail(page.more())));
    }

    private static byte[] members(SharedPart part) {
        return utf8(MessageCodec.encodeMembers(part.users(), part.streams()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// One text in several pieces.
    private static byte[] of(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        byte[] frame = new byte[MAX_HEAD + length];
        int end = head(frame, length);
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, frame, end, piece.length);
            end += piece.length;
        }
        return end == frame.length ? frame : Arrays.copyOf(frame, end);
    }

    /// Several frames one after the other.
    static byte[] joined(List<byte[]> frames) {
        byte[] all = new byte[frames.stream().mapToInt(frame -> frame.length).sum()];
        int end = 0;
        for (byte[] frame : frames) {
            System.arraycopy(frame, 0, all, end, frame.length);
            end += frame.length;
        }
        return all;
    }

    /// Returns where the payload begins.
    private static int head(byte[] frame, int length) {
        frame[0] = FINAL_TEXT;
        if (length < LENGTH_16) {
            frame[1] = (byte) length;
            return 2;
        }
        int bytes = length < 1 << Short.SIZE ? Short.BYTES : Long.BYTES;
        frame[1] = (byte) (bytes == Short.BYTES ? LENGTH_16 : LENGTH_64);
        for (int i = 0; i < bytes; i++) {
            frame[1 + bytes - i] = (byte) ((long) length >>> (Byte.SIZE * i));
        }
        return 2 + bytes;
    }
}

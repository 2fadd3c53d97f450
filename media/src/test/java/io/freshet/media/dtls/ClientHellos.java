package io.freshet.media.dtls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// ClientHellos as browsers of 2026 send them.
final class ClientHellos {
    private static final int FIRST_FRAGMENT_BYTES = 1183;

    private ClientHellos() {}

    /// DTLS 1.3 offered beside 1.2, a hybrid post-quantum key share of 1216 bytes, so 1.4 kB in two
    /// handshake fragments, each in a record and datagram of its own.
    static List<ByteBuffer> postQuantumInTwoFragments(Random random) {
        byte[] body = postQuantumBody(random);
        List<ByteBuffer> datagrams = new ArrayList<>();
        for (int offset = 0; offset < body.length; offset += FIRST_FRAGMENT_BYTES) {
            int length = Math.min(FIRST_FRAGMENT_BYTES, body.length - offset);
            ByteBuffer datagram = ByteBuffer.allocate(13 + 12 + length);
            datagram.put((byte) 22).putShort((short) 0xfeff);
            datagram.putShort((short) 0).putShort((short) 0).putInt(datagrams.size());
            datagram.putShort((short) (12 + length));
            datagram.put((byte) 1);
            putUint24(datagram, body.length);
            datagram.putShort((short) 0);
            putUint24(datagram, offset);
            putUint24(datagram, length);
            datagram.put(body, offset, length);
            datagrams.add(datagram.flip());
        }
        return datagrams;
    }

    private static byte[] postQuantumBody(Random random) {
        ByteBuffer body = ByteBuffer.allocate(2000);
        byte[] clientRandom = new byte[32];
        random.nextBytes(clientRandom);
        body.putShort((short) 0xfefd).put(clientRandom);
        body.put((byte) 0).put((byte) 0); // no session id, no cookie
        shorts(body, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc009, 0xc013);
        body.put((byte) 1).put((byte) 0); // no compression
        int extensions = body.position();
        body.putShort((short) 0);
        extension(body, 0x0017); // extended_master_secret
        extension(body, 0xff01, 0); // renegotiation_info
        extension(body, 0x000a, 0, 8, 0x11, 0xec, 0, 29, 0, 23, 0, 24); // supported_groups
        extension(body, 0x000b, 1, 0); // ec_point_formats
        extension(body, 0x0023); // session_ticket
        extension(
                body, 0x000d, 0, 16, 4, 3, 8, 4, 4, 1, 5, 3, 8, 5, 5, 1, 8, 6, 6, 1); // algorithms
        extension(body, 0x000e, 0, 6, 0, 1, 0, 8, 0, 7, 0); // use_srtp, GCM last
        extension(body, 0x002b, 4, 0xfe, 0xfc, 0xfe, 0xfd); // supported_versions
        keyShare(body, random);
        extension(body, 0x002d, 1, 1); // psk_key_exchange_modes
        body.putShort(extensions, (short) (body.position() - extensions - 2));
        return Arrays.copyOf(body.array(), body.position());
    }

    private static void keyShare(ByteBuffer body, Random random) {
        byte[] hybrid = new byte[1216];
        byte[] x25519 = new byte[32];
        random.nextBytes(hybrid);
        random.nextBytes(x25519);
        int shares = 4 + hybrid.length + 4 + x25519.length;
        body.putShort((short) 0x0033).putShort((short) (2 + shares)).putShort((short) shares);
        body.putShort((short) 0x11ec).putShort((short) hybrid.length).put(hybrid);
        body.putShort((short) 0x001d).putShort((short) x25519.length).put(x25519);
    }

    private static void extension(ByteBuffer body, int type, int... bytes) {
        body.putShort((short) type).putShort((short) bytes.length);
        for (int b : bytes) {
            body.put((byte) b);
        }
    }

    private static void shorts(ByteBuffer body, int... values) {
        body.putShort((short) (2 * values.length));
        for (int value : values) {
            body.putShort((short) value);
        }
    }

    private static void putUint24(ByteBuffer buffer, int value) {
        buffer.put((byte) (value >> 16)).putShort((short) value);
    }
}

package io.freshet.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.dtls.SrtpCipherProvider;
import io.freshet.media.dtls.SrtpConfig;
import io.freshet.media.ice.IceClient;
import io.freshet.media.ice.IceConfig;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What the router's tests cannot reach, because the router would not let it through.
class PeerTransportTest {
    private static final InetSocketAddress PEER = new InetSocketAddress("203.0.113.1", 1);
    private static final InetSocketAddress OTHER = new InetSocketAddress("203.0.113.2", 2);
    private static final long NOW_NS = 1_000;

    private final TransportCounters counters = new TransportCounters();
    private final List<String> told = new ArrayList<>();
    private final List<InetSocketAddress> sentTo = new ArrayList<>();
    private final List<Integer> handshakeDatagrams = new ArrayList<>();
    private boolean handshakeClosed;

    private final DatagramSink sink =
            new DatagramSink() {
                private final ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);

                @Override
                public ByteBuffer claim() {
                    return slot;
                }

                @Override
                public void commit(int length, InetSocketAddress remote) {
                    sentTo.add(remote);
                }

                @Override
                public void flush() {
                    // nothing is held back
                }
            };

    private final PeerTransport transport =
            new PeerTransport(
                    new TransportConfig(
                            Duration.ofSeconds(30),
                            IceConfig.DEFAULT,
                            SrtpConfig.DEFAULT,
                            SrtpCipherProvider.jdk()),
                    new SplittableRandom(1),
                    sink,
                    counters,
                    new Told(),
                    NOW_NS);

    private final class Told implements PeerTransport.Output {
        @Override
        public void onAddressValidated(InetSocketAddress remote) {
            told.add("validated " + remote.getPort());
        }

        @Override
        public void onAddressForgotten(InetSocketAddress remote) {
            told.add("forgotten " + remote.getPort());
        }

        @Override
        public void onUfragRetired(long ufragKey) {
            told.add("retired");
        }

        @Override
        public void onConnected() {
            told.add("connected");
        }

        @Override
        public void onInterrupted() {
            told.add("interrupted");
        }

        @Override
        public void onEnded(String reason) {
            told.add("ended: " + reason);
        }
    }

    PeerTransportTest() {
        transport.setRemote(
                "peer",
                new Handshake() {
                    @Override
                    public boolean onDatagram(ByteBuffer datagram) {
                        handshakeDatagrams.add(datagram.remaining());
                        return datagram.remaining() < 10;
                    }

                    @Override
                    public void close() {
                        handshakeClosed = true;
                    }
                });
    }

    private void check() {
        IceClient client =
                new IceClient(
                        "peer",
                        transport.localUfrag(),
                        transport.localPassword(),
                        new SplittableRandom(2),
                        request -> transport.onDatagram(request, 0, request.limit(), PEER, NOW_NS),
                        NOW_NS);
        client.onTimeout(NOW_NS);
    }

    private void receive(InetSocketAddress from, int... bytes) {
        ByteBuffer datagram = ByteBuffer.allocate(bytes.length + 3);
        for (int i = 0; i < bytes.length; i++) {
            datagram.put(i + 3, (byte) bytes[i]);
        }
        transport.onDatagram(datagram, 3, bytes.length, from, NOW_NS);
    }

    private void connect() {
        check();
        transport.onKeys(FakeHandshakes.keys(1), NOW_NS);
    }

    private void sendRtp(long seqNo, int payloadLength) {
        ByteBuffer header = ByteBuffer.allocate(12).putInt(0, 0x8060_0000 | (int) seqNo);
        transport.sendRtp(header, 12, ByteBuffer.allocate(payloadLength), 0, payloadLength, seqNo);
    }

    @Test
    void dtlsNeedsACheckedAddress() {
        receive(PEER, 22, 1);
        check();
        receive(OTHER, 22, 1);
        assertThat(counters.drops(TransportDrop.NOT_VALIDATED)).isEqualTo(2);
        assertThat(handshakeDatagrams).isEmpty();

        receive(PEER, 22, 1, 2);

        assertThat(handshakeDatagrams).containsExactly(3);
    }

    @Test
    void mediaNeedsACheckedAddress() {
        connect();
        receive(OTHER, 0x80, 96, 0, 0);

        assertThat(counters.drops(TransportDrop.NOT_VALIDATED)).isEqualTo(1);
    }

    @Test
    void whatTheHandshakeDoesNotTakeIsCounted() {
        check();
        receive(PEER, 22, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(counters.drops(TransportDrop.DTLS_REFUSED)).isEqualTo(1);
    }

    @Test
    void handshakeAnswersGoToWhomTheyAreFor() {
        check();
        sentTo.clear();
        receive(PEER, 22, 1);
        transport.onHandshakeDatagram(ByteBuffer.allocate(5));

        assertThat(sentTo).containsExactly(PEER);
    }

    @Test
    void keysAloneDoNotConnect() {
        transport.onKeys(FakeHandshakes.keys(1), NOW_NS);
        assertThat(told).isEmpty();
        sendRtp(1, 10);
        assertThat(counters.drops(TransportDrop.NOT_CONNECTED)).isEqualTo(1);

        check();

        assertThat(told).containsExactly("validated 1", "connected");
        assertThat(transport.state()).isEqualTo(TransportState.CONNECTED);
    }

    @Test
    void mediaIsSentToTheNominatedAddress() {
        connect();
        sentTo.clear();
        sendRtp(1, 10);
        transport.sendRtcp(ByteBuffer.allocate(8).putInt(0, 0x80c9_0001), 0, 8);

        assertThat(sentTo).containsExactly(PEER, PEER);
        assertThat(counters.bytesOut()).isGreaterThan(12 + 10 + 16 + 8 + 16 + 4);
    }

    @Test
    void whatDoesNotFitASlotIsNotSent() {
        connect();
        sentTo.clear();
        sendRtp(1, DatagramSink.SLOT_BYTES - 12 - 24 + 1);
        assertThat(counters.drops(TransportDrop.TOO_LARGE)).isEqualTo(1);
        sendRtp(2, DatagramSink.SLOT_BYTES - 12 - 24);

        assertThat(sentTo).hasSize(1);
    }

    @Test
    void aSequenceNumberIsNotEncryptedTwiceForDifferentPackets() {
        connect();
        sendRtp(1, 10);
        sentTo.clear();
        sendRtp(1, 11);

        assertThat(sentTo).isEmpty();
        assertThat(counters.drops(TransportDrop.SRTP_REFUSED)).isEqualTo(1);
    }

    @Test
    void theEndIsToldOnceAndNothingIsTakenAfterIt() {
        connect();
        transport.onHandshakeFailed("bad certificate");
        transport.onHandshakeClosed();
        transport.close();
        check();
        sentTo.clear();
        sendRtp(1, 10);
        transport.onHandshakeDatagram(ByteBuffer.allocate(5));

        assertThat(told).endsWith("connected", "ended: The DTLS handshake failed: bad certificate");
        assertThat(handshakeClosed).isTrue();
        assertThat(sentTo).isEmpty();
        assertThat(transport.nextTimeoutNs()).isEqualTo(PeerTransport.NEVER);
    }

    @Test
    void closingTellsThePeerButNotUs() {
        connect();
        transport.close();
        sentTo.clear();
        transport.onHandshakeDatagram(ByteBuffer.allocate(5));

        assertThat(sentTo).containsExactly(PEER);
        assertThat(told).containsExactly("validated 1", "connected");
        assertThat(transport.state()).isEqualTo(TransportState.ENDED);
    }

    @Test
    void aCheckedPeerWithoutHandshakeIsGivenUp() {
        check();
        transport.onTimeout(NOW_NS + Duration.ofSeconds(29).toNanos());
        assertThat(told).containsExactly("validated 1"); // an interruption needs a connection

        transport.onTimeout(NOW_NS + Duration.ofSeconds(30).toNanos());

        assertThat(told).last().isEqualTo("ended: The connection was not made in time.");
    }
}

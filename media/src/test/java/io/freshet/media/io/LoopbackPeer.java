package io.freshet.media.io;

import io.freshet.media.dtls.DtlsAssociation;
import io.freshet.media.dtls.DtlsClient;
import io.freshet.media.dtls.DtlsConfig;
import io.freshet.media.dtls.SrtpContexts;
import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.dtls.SrtpReceiver;
import io.freshet.media.dtls.SrtpSender;
import io.freshet.media.ice.IceClient;
import io.freshet.media.ice.PacketKind;
import io.freshet.media.rtp.RtpHeaderWriter;
import io.freshet.media.rtp.RtpPacket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A browser's transport on a real socket with real DTLS. Runs while [#runUntil] is called.
final class LoopbackPeer implements DtlsAssociation.Output, AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DtlsClient DTLS = DtlsClient.create(DtlsConfig.DEFAULT, RANDOM);

    final ConcurrentLinkedQueue<byte[]> media = new ConcurrentLinkedQueue<>();
    final CompletableFuture<SrtpKeys> keys = new CompletableFuture<>();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final IceClient ice;
    private final Executor executor;
    private final String serverFingerprint;
    private final ByteBuffer slot = ByteBuffer.allocate(2048);
    private @Nullable DtlsAssociation dtls;
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;

    LoopbackPeer(String answer, int port, Executor executor) throws IOException {
        this.executor = executor;
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(5);
        serverFingerprint = line(answer, "a=fingerprint:");
        ice =
                new IceClient(
                        "peer",
                        line(answer, "a=ice-ufrag:"),
                        line(answer, "a=ice-pwd:"),
                        RANDOM,
                        this::send,
                        System.nanoTime());
    }

    static String fingerprint() {
        return DTLS.fingerprint();
    }

    private static String line(String answer, String prefix) {
        return answer.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow()
                .substring(prefix.length());
    }

    interface Condition {
        boolean holds();
    }

    /// Works until the condition holds.
    void runUntil(Condition condition, long timeoutMs) throws IOException {
        long deadlineNs = System.nanoTime() + timeoutMs * 1_000_000;
        DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
        while (!condition.holds()) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError("did not happen within " + timeoutMs + " ms");
            }
            ice.onTimeout(System.nanoTime());
            try {
                datagram.setLength(2048);
                socket.receive(datagram);
                onDatagram(ByteBuffer.wrap(datagram.getData(), 0, datagram.getLength()));
            } catch (SocketTimeoutException e) {
                // then look at the timers again
            }
        }
    }

    private void onDatagram(ByteBuffer datagram) {
        int length = datagram.remaining();
        switch (PacketKind.of(datagram, 0, length)) {
            case STUN -> {
                ice.onDatagram(datagram, 0, length, System.nanoTime());
                if (ice.isConnected() && dtls == null) {
                    dtls = DTLS.connect(serverFingerprint, this, executor);
                }
            }
            case DTLS -> {
                if (dtls != null) {
                    dtls.onDatagram(datagram);
                }
            }
            case SRTP -> onSrtp(datagram, length);
            case OTHER -> throw new AssertionError("unknown kind");
        }
    }

    private void onSrtp(ByteBuffer datagram, int length) {
        if (!keys.isDone() || PacketKind.isRtcp(datagram, 0, length)) {
            return;
        }
        if (receiver == null) {
            receiver = SrtpContexts.receiver(keys.join());
        }
        int plain = receiver.unprotectRtp(datagram, 0, length);
        if (plain > 0) {
            byte[] copy = new byte[plain];
            datagram.get(0, copy);
            media.add(copy);
        }
    }

    void sendRtp(int payloadType, int seqNo, int ssrc, byte[] payload) {
        if (sender == null) {
            sender = SrtpContexts.sender(keys.join());
        }
        RtpHeaderWriter.writeFixed(slot, 0, true, payloadType, seqNo, seqNo * 960, ssrc);
        int length =
                sender.protectRtp(
                        slot,
                        0,
                        RtpPacket.FIXED_HEADER_BYTES,
                        ByteBuffer.wrap(payload),
                        0,
                        payload.length,
                        seqNo);
        send(slot.slice(0, length));
    }

    private void send(ByteBuffer datagram) {
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(datagram.position(), bytes);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sayGoodbye() {
        if (dtls != null) {
            dtls.close();
        }
    }

    @Override
    public void sendDatagram(ByteBuffer datagram) {
        send(datagram);
    }

    @Override
    public void onKeys(SrtpKeys srtpKeys) {
        keys.complete(srtpKeys);
    }

    @Override
    public void onFailed(String reason) {
        keys.completeExceptionally(new IllegalStateException(reason));
        closed.completeExceptionally(new IllegalStateException(reason));
    }

    @Override
    public void onClosed() {
        closed.complete(null);
    }

    @Override
    public void close() {
        socket.close();
    }
}

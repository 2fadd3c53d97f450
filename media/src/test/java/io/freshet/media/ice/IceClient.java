package io.freshet.media.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The browser's half of ICE for tests: one pair, always controlling, nominates with every check
/// (RFC 8445 §7.2.2). Checks every 50 ms until the first answer, then as consent every 2.5 s (RFC
/// 7675 §5.1). Sans-IO.
public final class IceClient {
    public static final long CHECK_INTERVAL_NS = 50_000_000;
    public static final long CONSENT_INTERVAL_NS = 2_500_000_000L;

    /// Round trips may be longer than the interval.
    private static final int REMEMBERED_CHECKS = 16;

    /// Sends a check to the server. The buffer is only valid during the call.
    public interface Output {
        void sendStun(ByteBuffer request);
    }

    private final String remoteUfrag;
    private final MessageIntegrity integrity;
    private final Output output;
    private final RandomGenerator random;
    private final String localUfrag;
    private final Deque<byte[]> transactionIds = new ArrayDeque<>();
    private final StunReader reader = new StunReader();
    private final StunWriter writer = new StunWriter();
    private final long tieBreaker;
    private long nextCheckNs;
    private int answers;
    private int lastErrorCode;
    private Optional<InetSocketAddress> mappedAddress = Optional.empty();

    public IceClient(
            String remoteUfrag,
            String remotePassword,
            RandomGenerator random,
            Output output,
            long nowNs) {
        this(
                Integer.toHexString(random.nextInt() | 0x1000_0000),
                remoteUfrag,
                remotePassword,
                random,
                output,
                nowNs);
    }

    /// With the ufrag that the offer already told.
    public IceClient(
            String localUfrag,
            String remoteUfrag,
            String remotePassword,
            RandomGenerator random,
            Output output,
            long nowNs) {
        this.localUfrag = localUfrag;
        this.remoteUfrag = remoteUfrag;
        this.integrity = new MessageIntegrity(remotePassword);
        this.random = random;
        this.output = output;
        this.nextCheckNs = nowNs;
        this.tieBreaker = random.nextLong();
    }

    /// For the offer.
    public String localUfrag() {
        return localUfrag;
    }

    public boolean isConnected() {
        return answers > 0;
    }

    public int answers() {
        return answers;
    }

    /// 0 when none came.
    public int lastErrorCode() {
        return lastErrorCode;
    }

    /// As the server saw us.
    public Optional<InetSocketAddress> mappedAddress() {
        return mappedAddress;
    }

    /// Takes what the server sent; only an authentic answer to one of the last checks counts.
    public void onDatagram(ByteBuffer datagram, int offset, int length, long nowNs) {
        if (!reader.tryRead(datagram, offset, length)
                || transactionIds.stream().noneMatch(reader::isTransaction)
                || !reader.hasIntegrity()
                || !integrity.matches(reader)) {
            return;
        }
        if (reader.type() == StunReader.BINDING_ERROR) {
            lastErrorCode = reader.errorCode();
        } else if (reader.type() == StunReader.BINDING_SUCCESS) {
            answers++;
            mappedAddress = reader.xorMappedAddress();
            nextCheckNs = nowNs + CONSENT_INTERVAL_NS;
        }
    }

    public void onTimeout(long nowNs) {
        if (nowNs - nextCheckNs < 0) {
            return;
        }
        nextCheckNs = nowNs + (isConnected() ? CONSENT_INTERVAL_NS : CHECK_INTERVAL_NS);
        byte[] transactionId = new byte[12];
        random.nextBytes(transactionId);
        transactionIds.addLast(transactionId);
        if (transactionIds.size() > REMEMBERED_CHECKS) {
            transactionIds.removeFirst();
        }
        output.sendStun(
                writer.begin(StunReader.BINDING_REQUEST, transactionId)
                        .username(remoteUfrag + ":" + localUfrag)
                        .iceControlling(tieBreaker)
                        .useCandidate()
                        .priority(0x6e00_01ffL)
                        .integrity(integrity)
                        .fingerprint()
                        .finish());
    }

    public long nextTimeoutNs() {
        return nextCheckNs;
    }
}

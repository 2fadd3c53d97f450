package io.freshet.media.io;

import io.freshet.media.dtls.DtlsAssociation;
import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.transport.Handshake;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/// One association between a transport on its loop and a handshake on another thread.
final class DtlsHandshake implements Handshake, DtlsAssociation.Output {
    private final DtlsHandshakes handshakes;
    private final Handshake.Output output;
    private final DtlsAssociation association;
    private final AtomicBoolean handshakeOver = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    /// The first datagram was taken; written by the loop only.
    private volatile boolean begun;

    DtlsHandshake(DtlsHandshakes handshakes, String peerFingerprint, Handshake.Output output) {
        this.handshakes = handshakes;
        this.output = output;
        this.association = handshakes.server().accept(peerFingerprint, this, handshakes.executor());
    }

    @Override
    public boolean onDatagram(ByteBuffer datagram) {
        if (!begun) {
            if (!handshakes.tryBegin()) {
                return false;
            }
            begun = true;
        }
        return association.onDatagram(datagram);
    }

    @Override
    public void close() {
        association.close();
    }

    @Override
    public void sendDatagram(ByteBuffer datagram) {
        handshakes.post(new LoopCommand.HandshakeDatagram(output, datagram));
    }

    @Override
    public void onKeys(SrtpKeys keys) {
        finishHandshake();
        handshakes.post(new LoopCommand.HandshakeKeys(output, keys));
    }

    @Override
    public void onFailed(String reason) {
        finish();
        handshakes.post(new LoopCommand.HandshakeFailed(output, reason));
    }

    @Override
    public void onClosed() {
        finish();
        handshakes.post(new LoopCommand.HandshakeClosed(output));
    }

    private void finish() {
        finishHandshake();
        if (begun && over.compareAndSet(false, true)) {
            handshakes.onAssociationOver();
        }
    }

    private void finishHandshake() {
        if (begun && handshakeOver.compareAndSet(false, true)) {
            handshakes.onHandshakeOver();
        }
    }
}

package io.freshet.media.io;

import io.freshet.media.dtls.DtlsServer;
import io.freshet.media.transport.Handshake;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Opens DTLS associations whose handshakes run on an executor, and brings what comes out of them
/// back to the loop's queue. Only so many handshakes run at one time; further peers repeat their
/// first datagram until there is room.
final class DtlsHandshakes implements Handshake.Opener {
    private final DtlsServer server;
    private final Executor executor;
    private final CommandQueue commands;
    private final Semaphore permits;
    private final AtomicInteger open = new AtomicInteger();

    DtlsHandshakes(DtlsServer server, Executor executor, CommandQueue commands, int concurrent) {
        this.server = server;
        this.executor = executor;
        this.commands = commands;
        this.permits = new Semaphore(concurrent);
    }

    @Override
    public String fingerprint() {
        return server.fingerprint();
    }

    @Override
    public Handshake open(String peerFingerprint, Handshake.Output output) {
        return new DtlsHandshake(this, peerFingerprint, output);
    }

    /// Associations that have begun and are not over.
    int openCount() {
        return open.get();
    }

    DtlsServer server() {
        return server;
    }

    Executor executor() {
        return executor;
    }

    boolean tryBegin() {
        if (permits.tryAcquire()) {
            open.incrementAndGet();
            return true;
        }
        return false;
    }

    void onHandshakeOver() {
        permits.release();
    }

    void onAssociationOver() {
        open.decrementAndGet();
    }

    void post(LoopCommand command) {
        // A lost datagram is repeated; lost keys let the transport run into its deadline.
        commands.add(command);
    }
}

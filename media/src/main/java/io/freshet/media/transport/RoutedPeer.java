package io.freshet.media.transport;

import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.forward.Subscription;
import io.freshet.media.sdp.TransportOffer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A transport with its place in the router.
final class RoutedPeer extends DeadlineQueue.Entry
        implements PeerTransport.Output, Handshake.Output {
    final long id;
    final PeerTransport transport;
    private final MediaRouter router;

    /// What it publishes or plays; set right after it was made.
    @Nullable Publication publication;

    /// Set exactly when it plays.
    @Nullable Subscription subscription;

    RoutedPeer(
            MediaRouter router,
            long id,
            TransportConfig config,
            RandomGenerator random,
            DatagramSink sink,
            TransportCounters counters,
            long nowNs) {
        this.router = router;
        this.id = id;
        this.transport = new PeerTransport(config, random, sink, counters, this, nowNs);
    }

    void start(TransportOffer offer, Handshake.Opener opener) {
        transport.setRemote(offer.iceUfrag(), opener.open(offer.fingerprint(), this));
    }

    boolean plays() {
        return subscription != null;
    }

    @Override
    public void onAddressValidated(InetSocketAddress remote) {
        router.onAddressValidated(this, remote);
    }

    @Override
    public void onAddressForgotten(InetSocketAddress remote) {
        router.onAddressForgotten(this, remote);
    }

    @Override
    public void onUfragRetired(long ufragKey) {
        router.onUfragRetired(ufragKey);
    }

    @Override
    public void onConnected() {
        router.onConnected(this);
    }

    @Override
    public void onInterrupted() {
        router.onInterrupted(this);
    }

    @Override
    public void onEnded(String reason) {
        router.onEnded(this, reason);
    }

    @Override
    public void onHandshakeDatagram(ByteBuffer datagram) {
        transport.onHandshakeDatagram(datagram);
    }

    @Override
    public void onKeys(SrtpKeys keys, long nowNs) {
        router.enter(this);
        transport.onKeys(keys, nowNs);
        router.exit(this);
    }

    @Override
    public void onHandshakeFailed(String reason) {
        router.enter(this);
        transport.onHandshakeFailed(reason);
        router.exit(this);
    }

    @Override
    public void onHandshakeClosed() {
        router.enter(this);
        transport.onHandshakeClosed();
        router.exit(this);
    }
}

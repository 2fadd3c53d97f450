package io.freshet.media.transport;

import io.freshet.media.dtls.SrtpContexts;
import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.dtls.SrtpReceiver;
import io.freshet.media.dtls.SrtpSender;
import io.freshet.media.forward.PeerEgress;
import io.freshet.media.forward.PublishedStream;
import io.freshet.media.forward.Subscription;
import io.freshet.media.ice.IceLiteAgent;
import io.freshet.media.ice.PacketKind;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One peer: ICE, DTLS and SRTP put together, and behind them either the stream it publishes or the
/// subscription it plays. Single-threaded, owns no clock and no socket.
///
/// | state | next | when |
/// |---|---|---|
/// | NEW | CHECKING | an address passed an authenticated ICE check |
/// | NEW, CHECKING | CONNECTED | the peer nominated an address, and the handshake gave keys |
/// | CONNECTED | INTERRUPTED | no check from the nominated address for `interruptedAfter` |
/// | INTERRUPTED | CONNECTED | a check from it, or another address was nominated |
/// | NEW, CHECKING | ENDED | not connected within `connectTimeout` |
/// | any | ENDED | consent expired, the handshake failed, the peer closed it, we closed it, a fault |
///
/// Nothing leaves ENDED. DTLS is passed on only from an address that passed an authenticated check
/// (RFC 8445 §12.1), SRTP likewise and only once there are keys. Media is sent only to the
/// nominated address, and not after the consent is lost (RFC 7675 §5.1).
final class PeerTransport implements PeerEgress, Handshake.Output {
    static final long NEVER = Long.MAX_VALUE;

    /// An RTCP packet's protection adds the index and the tag (RFC 3711 §3.4, RFC 7714 §9.2).
    private static final int MAX_PROTECTION_BYTES = 24;

    /// Told what happens. Calls come from inside inputs of the transport and must not call back
    /// into it.
    interface Output {
        void onAddressValidated(InetSocketAddress remote);

        void onAddressForgotten(InetSocketAddress remote);

        void onUfragRetired(long ufragKey);

        /// The state is now CONNECTED.
        void onConnected();

        /// The state is now INTERRUPTED.
        void onInterrupted();

        /// The state is now ENDED, and not because of [PeerTransport#close()].
        void onEnded(String reason);
    }

    private final TransportConfig config;
    private final DatagramSink sink;
    private final TransportCounters counters;
    private final Output output;
    private final IceLiteAgent agent;

    /// Passed a check and not forgotten; as many as the agent remembers.
    private final List<InetSocketAddress> validated = new ArrayList<>();

    private final long connectDeadlineNs;
    private TransportState state = TransportState.NEW;
    private @Nullable Handshake handshake;

    /// Where DTLS last came from: its answers go there until an address is nominated.
    private @Nullable InetSocketAddress dtlsRemote;

    private @Nullable InetSocketAddress selected;
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;
    private @Nullable PublishedStream published;
    private @Nullable Subscription subscription;

    /// Media was told that it may flow; happens once.
    private boolean begun;

    /// Ended by [#close()]: the goodbye may still go out.
    private boolean closed;

    /// The time of the input being worked on.
    private long nowNs;

    PeerTransport(
            TransportConfig config,
            RandomGenerator random,
            DatagramSink sink,
            TransportCounters counters,
            Output output,
            long nowNs) {
        this.config = config;
        this.sink = sink;
        this.counters = counters;
        this.output = output;
        this.nowNs = nowNs;
        this.agent = new IceLiteAgent(config.ice(), random, new IceOutput(), nowNs);
        this.connectDeadlineNs = nowNs + config.connectTimeout().toNanos();
    }

    TransportState state() {
        return state;
    }

    String localUfrag() {
        return agent.localUfrag();
    }

    String localPassword() {
        return agent.localPassword();
    }

    long localUfragKey() {
        return agent.localUfragKey();
    }

    /// Addresses that passed a check.
    List<InetSocketAddress> validatedAddresses() {
        return validated;
    }

    /// What the offer said about the peer. Needed before the first datagram.
    void setRemote(String ufrag, Handshake association) {
        agent.setRemoteUfrag(ufrag);
        handshake = association;
    }

    /// The peer publishes this stream, whose feedback goes out here.
    void publish(PublishedStream stream) {
        published = stream;
    }

    /// The peer plays by this subscription, whose egress this is.
    void play(Subscription viewer) {
        subscription = viewer;
    }

    /// Takes a datagram from the network; what is encrypted is decrypted in place. RFC 7983 §7.
    void onDatagram(
            ByteBuffer datagram, int offset, int length, InetSocketAddress remote, long now) {
        nowNs = now;
        if (state == TransportState.ENDED) {
            counters.drop(TransportDrop.NOT_CONNECTED);
            return;
        }
        switch (PacketKind.of(datagram, offset, length)) {
            case STUN -> agent.onDatagram(datagram, offset, length, remote, now);
            case DTLS -> onDtls(datagram, offset, length, remote);
            case SRTP -> onSrtp(datagram, offset, length, remote);
            case OTHER -> counters.drop(TransportDrop.UNKNOWN_KIND);
        }
    }

    private void onDtls(ByteBuffer datagram, int offset, int length, InetSocketAddress remote) {
        if (!isValidated(remote)) {
            counters.drop(TransportDrop.NOT_VALIDATED);
            return;
        }
        dtlsRemote = remote;
        Handshake association = handshake;
        if (association == null || !association.onDatagram(datagram.slice(offset, length))) {
            counters.drop(TransportDrop.DTLS_REFUSED);
        }
    }

    private void onSrtp(ByteBuffer datagram, int offset, int length, InetSocketAddress remote) {
        if (!isValidated(remote)) {
            counters.drop(TransportDrop.NOT_VALIDATED);
            return;
        }
        SrtpReceiver context = receiver;
        if (context == null) {
            counters.drop(TransportDrop.NO_KEYS);
            return;
        }
        boolean rtcp = PacketKind.isRtcp(datagram, offset, length);
        if (!rtcp && published == null) {
            counters.drop(TransportDrop.UNEXPECTED_MEDIA);
            return;
        }
        int plain =
                rtcp
                        ? context.unprotectRtcp(datagram, offset, length)
                        : context.unprotectRtp(datagram, offset, length);
        if (plain < 0) {
            counters.drop(srtpDrop(plain));
        } else if (published != null) {
            if (rtcp) {
                published.onRtcp(datagram, offset, plain, nowNs);
            } else {
                published.onRtp(datagram, offset, plain, nowNs);
            }
        } else if (subscription != null) {
            subscription.onRtcp(datagram, offset, plain, nowNs);
        }
    }

    private static TransportDrop srtpDrop(int result) {
        return switch (result) {
            case SrtpReceiver.AUTHENTICATION_FAILED -> TransportDrop.SRTP_AUTHENTICATION;
            case SrtpReceiver.REPLAYED -> TransportDrop.SRTP_REPLAYED;
            case SrtpReceiver.TOO_MANY_SSRCS -> TransportDrop.SRTP_TOO_MANY_SSRCS;
            default -> TransportDrop.SRTP_MALFORMED;
        };
    }

    private boolean isValidated(InetSocketAddress remote) {
        if (remote.equals(selected)) {
            return true;
        }
        for (int i = 0; i < validated.size(); i++) {
            if (validated.get(i).equals(remote)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void onHandshakeDatagram(ByteBuffer datagram) {
        InetSocketAddress remote = selected == null ? dtlsRemote : selected;
        int length = datagram.remaining();
        if (remote == null
                || length > DatagramSink.SLOT_BYTES
                || (state == TransportState.ENDED && !closed)) {
            counters.drop(TransportDrop.NOT_CONNECTED);
            return;
        }
        send(datagram, datagram.position(), length, remote);
    }

    @Override
    public void onKeys(SrtpKeys keys, long now) {
        nowNs = now;
        if (state == TransportState.ENDED) {
            return;
        }
        sender = SrtpContexts.sender(keys, config.srtp(), config.ciphers());
        receiver = SrtpContexts.receiver(keys, config.srtp(), config.ciphers());
        connectIfReady();
    }

    @Override
    public void onHandshakeFailed(String reason) {
        end("The DTLS handshake failed: " + reason);
    }

    @Override
    public void onHandshakeClosed() {
        end("The peer closed the connection.");
    }

    void onTimeout(long now) {
        nowNs = now;
        if (isConnecting() && now >= connectDeadlineNs) {
            end(
                    state == TransportState.NEW
                            ? "The peer never reached this server: no ICE check arrived."
                            : "The connection was not made in time.");
        }
        if (state == TransportState.ENDED) {
            return;
        }
        if (now >= agent.nextTimeoutNs()) {
            agent.onTimeout(now);
        }
        PublishedStream stream = published;
        if (stream != null && now >= stream.nextTimeoutNs()) {
            stream.onTimeout(now);
        }
        Subscription viewer = subscription;
        if (viewer != null && now >= viewer.nextTimeoutNs()) {
            viewer.onTimeout(now);
        }
    }

    /// When [#onTimeout] wants to be called.
    long nextTimeoutNs() {
        if (state == TransportState.ENDED) {
            return NEVER;
        }
        return Math.min(mediaTimeoutNs(), connectionTimeoutNs());
    }

    private long connectionTimeoutNs() {
        return isConnecting()
                ? Math.min(agent.nextTimeoutNs(), connectDeadlineNs)
                : agent.nextTimeoutNs();
    }

    /// The part of [#nextTimeoutNs()] that other peers' packets change.
    long mediaTimeoutNs() {
        if (published != null) {
            return published.nextTimeoutNs();
        }
        return subscription == null ? NEVER : subscription.nextTimeoutNs();
    }

    /// Ends it for good: a viewer leaves its stream, the peer is told.
    void close() {
        if (state != TransportState.ENDED) {
            leave();
            state = TransportState.ENDED;
            closed = true;
            closeHandshake();
        }
    }

    /// Ends it because of a fault of ours.
    void fail(String reason) {
        end(reason);
    }

    private void end(String reason) {
        if (state == TransportState.ENDED) {
            return;
        }
        // Nothing is sent any more, not even a BYE: the peer may not consent (RFC 7675 §5.1).
        state = TransportState.ENDED;
        closeHandshake();
        output.onEnded(reason);
        leave();
    }

    private void leave() {
        Subscription viewer = subscription;
        subscription = null;
        if (viewer != null) {
            viewer.close();
        }
    }

    private void closeHandshake() {
        Handshake association = handshake;
        if (association != null) {
            association.close();
        }
    }

    @Override
    public void sendRtp(
            ByteBuffer header,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long seqNo) {
        SrtpSender context = sender;
        InetSocketAddress remote = selected;
        if (!canSend(headerLength + payloadLength) || context == null || remote == null) {
            return;
        }
        ByteBuffer slot = sink.claim();
        int start = slot.position();
        slot.put(start, header, 0, headerLength);
        int length =
                context.protectRtp(
                        slot, start, headerLength, payload, payloadOffset, payloadLength, seqNo);
        commit(length, remote);
    }

    @Override
    public void sendRtcp(ByteBuffer packet, int offset, int length) {
        SrtpSender context = sender;
        InetSocketAddress remote = selected;
        if (!canSend(length) || context == null || remote == null) {
            return;
        }
        ByteBuffer slot = sink.claim();
        int start = slot.position();
        slot.put(start, packet, offset, length);
        commit(context.protectRtcp(slot, start, length), remote);
    }

    private boolean canSend(int length) {
        if (length > DatagramSink.SLOT_BYTES - MAX_PROTECTION_BYTES) {
            counters.drop(TransportDrop.TOO_LARGE);
            return false;
        }
        boolean connected =
                state == TransportState.CONNECTED || state == TransportState.INTERRUPTED;
        if (!connected) {
            counters.drop(TransportDrop.NOT_CONNECTED);
        }
        return connected;
    }

    private void commit(int length, InetSocketAddress remote) {
        if (length < 0) {
            counters.drop(TransportDrop.SRTP_REFUSED);
            return;
        }
        counters.sent(length);
        sink.commit(length, remote);
    }

    private void send(ByteBuffer datagram, int offset, int length, InetSocketAddress remote) {
        ByteBuffer slot = sink.claim();
        slot.put(slot.position(), datagram, offset, length);
        counters.sent(length);
        sink.commit(length, remote);
    }

    private boolean isConnecting() {
        return state == TransportState.NEW || state == TransportState.CHECKING;
    }

    private void connectIfReady() {
        if (isConnecting() && selected != null && sender != null) {
            state = TransportState.CONNECTED;
            output.onConnected();
            Subscription viewer = subscription;
            if (viewer != null && !begun) {
                begun = true;
                viewer.onConnected(nowNs);
            }
        }
    }

    /// What the agent says; inside its inputs, so it is not called back.
    private final class IceOutput implements IceLiteAgent.Output {
        @Override
        public void sendStun(ByteBuffer response, InetSocketAddress remote) {
            send(response, response.position(), response.remaining(), remote);
        }

        @Override
        public void onAddressValidated(InetSocketAddress remote) {
            validated.add(remote);
            if (state == TransportState.NEW) {
                state = TransportState.CHECKING;
            }
            output.onAddressValidated(remote);
        }

        @Override
        public void onAddressForgotten(InetSocketAddress remote) {
            validated.remove(remote);
            output.onAddressForgotten(remote);
        }

        @Override
        public void onAddressSelected(InetSocketAddress remote) {
            selected = remote;
            connectIfReady();
        }

        @Override
        public void onInterrupted() {
            if (state == TransportState.CONNECTED) {
                state = TransportState.INTERRUPTED;
                output.onInterrupted();
            }
        }

        @Override
        public void onResumed() {
            if (state == TransportState.INTERRUPTED) {
                state = TransportState.CONNECTED;
                output.onConnected();
            }
        }

        @Override
        public void onConsentLost() {
            end("Nothing was heard from the peer any more.");
        }

        @Override
        public void onUfragRetired(long ufragKey) {
            output.onUfragRetired(ufragKey);
        }
    }
}

package io.freshet.media.transport;

import io.freshet.media.forward.PublishedStream;
import io.freshet.media.forward.Subscription;
import io.freshet.media.forward.SubscriptionConfig;
import io.freshet.media.ice.IceLiteAgent;
import io.freshet.media.sdp.LocalTransport;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.media.sdp.PlayAnswer;
import io.freshet.media.sdp.PublishAnswer;
import io.freshet.media.sdp.SessionOffer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everything one media loop holds, without thread, clock and socket: the transports, found by the
/// ufrag of a first ICE check and from then on by address; what they publish; who plays it.
/// Single-threaded.
///
/// Unknown traffic costs one look into a map and is never answered. All maps are bounded by
/// [RouterConfig#maxTransports()], the addresses by the number an ICE agent remembers for each.
public final class MediaRouter {
    /// Told what happens to transports, from inside inputs; must not call back.
    public interface Output {
        void onConnected(long transportId);

        void onInterrupted(long transportId);

        void onEnded(long transportId, String reason);

        /// There is a picture in what a publisher sends, of this size in pixels, or of another than
        /// before; 0 and 0 if the size cannot be told.
        default void onPicture(long transportId, int width, int height) {}
    }

    private final RouterConfig config;
    private final RandomGenerator random;
    private final DatagramSink sink;
    private final Handshake.Opener handshakes;
    private final Output output;
    private final TransportCounters counters = new TransportCounters();
    private final Map<Long, RoutedPeer> peers = new HashMap<>();
    private final Map<Long, RoutedPeer> peerByUfrag = new HashMap<>();
    private final Map<InetSocketAddress, RoutedPeer> peerByAddress = new HashMap<>();

    /// By the publisher's id; an orphaned one stays while it has viewers.
    private final Map<Long, Publication> publications = new HashMap<>();

    private final DeadlineQueue deadlines = new DeadlineQueue();
    private final ForwardTotals closedStreams = new ForwardTotals();
    private long ended;
    private long failures;

    /// Whose input is being worked on; blamed when something is thrown.
    private @Nullable RoutedPeer current;

    /// Makes an empty router.
    ///
    /// @param random ICE credentials, SSRCs, sequence numbers: a `SecureRandom` outside of tests
    public MediaRouter(
            RouterConfig config,
            RandomGenerator random,
            DatagramSink sink,
            Handshake.Opener handshakes,
            Output output) {
        this.config = config;
        this.random = random;
        this.sink = sink;
        this.handshakes = handshakes;
        this.output = output;
    }

    /// Answers a publisher's offer.
    ///
    /// @return the answer
    public String publish(long id, SessionOffer offer, long nowNs) throws OfferRefusedException {
        requireRoom(id);
        PublishAnswer answer = PublishAnswer.to(offer);
        RoutedPeer peer = newPeer(id, nowNs);
        peer.start(answer.transport(), handshakes);
        PublishedStream stream =
                new PublishedStream(answer.tracks(), peer.transport, config.forward(), random);
        stream.watch((width, height) -> output.onPicture(id, width, height));
        Publication publication = new Publication(id, stream);
        peer.publication = publication;
        peer.transport.publish(stream);
        publications.put(id, publication);
        add(peer);
        return answer.text(local(peer), random.nextLong() >>> 2);
    }

    /// Answers a player's offer for a published stream.
    ///
    /// @return the answer
    public String play(
            long id, long publisherId, boolean steadyDelay, SessionOffer offer, long nowNs)
            throws OfferRefusedException {
        requireRoom(id);
        Publication publication = publications.get(publisherId);
        if (publication == null || publication.orphaned) {
            throw new OfferRefusedException("The stream to play is not published any more.");
        }
        if (publication.viewers.size() >= config.forward().maxSubscriptions()) {
            throw new OfferRefusedException("The stream has all the viewers it may have.");
        }
        PlayAnswer answer = PlayAnswer.to(offer, publication.stream.tracks(), random);
        RoutedPeer peer = newPeer(id, nowNs);
        peer.start(answer.transport(), handshakes);
        Subscription subscription =
                publication.stream.subscribe(
                        answer.tracks(),
                        peer.transport,
                        steadyDelay ? config.steady() : SubscriptionConfig.DEFAULT,
                        nowNs);
        peer.publication = publication;
        peer.subscription = subscription;
        peer.transport.play(subscription);
        publication.viewers.add(peer);
        add(peer);
        return answer.text(local(peer), random.nextLong() >>> 2);
    }

    /// Moves the viewers of `former`, whose transport may be gone, to `successor`. Unknown ids are
    /// ignored.
    public void replacePublisher(long former, long successor, long nowNs) {
        Publication from = publications.get(former);
        Publication to = publications.get(successor);
        if (from == null || to == null || from == to) {
            return;
        }
        for (RoutedPeer viewer : List.copyOf(from.viewers)) {
            enter(viewer);
            Subscription subscription = viewer.subscription;
            if (subscription != null && to.viewers.size() < config.forward().maxSubscriptions()) {
                move(viewer, subscription, from, to, nowNs);
            }
            exit(viewer);
        }
        // The successor was asked for a keyframe.
        RoutedPeer publisher = peers.get(successor);
        if (publisher != null) {
            deadlines.bringForward(publisher, publisher.transport.nextTimeoutNs());
        }
        releaseIfUnused(from);
    }

    private static void move(
            RoutedPeer viewer,
            Subscription subscription,
            Publication from,
            Publication to,
            long nowNs) {
        if (subscription.moveTo(to.stream, nowNs)) {
            from.viewers.remove(viewer);
            to.viewers.add(viewer);
            viewer.publication = to;
        } else {
            viewer.transport.fail("The stream goes on with other codecs; play it again.");
        }
    }

    /// Keeps a publisher's audio, its video or both from all who play it, or hands it on again.
    /// Unknown ids are ignored.
    public void withhold(long publisherId, boolean audio, boolean video, long nowNs) {
        Publication publication = publications.get(publisherId);
        RoutedPeer publisher = peers.get(publisherId);
        if (publication != null && publisher != null) {
            enter(publisher);
            publication.stream.withhold(audio, video, nowNs);
            exit(publisher);
        }
    }

    /// Ends a transport without an event; unknown ones are ignored.
    public void close(long id) {
        RoutedPeer peer = peers.get(id);
        if (peer != null) {
            enter(peer);
            peer.transport.close();
            leave(peer);
            current = null;
        }
    }

    /// Ends all transports without events.
    public void closeAll() {
        for (Long id : List.copyOf(peers.keySet())) {
            close(id);
        }
    }

    /// Takes a datagram from the network, which is decrypted in place.
    public void onDatagram(
            ByteBuffer datagram, int offset, int length, InetSocketAddress remote, long nowNs) {
        counters.received(length);
        // A check names the agent it is for; it may come from anywhere.
        long ufragKey = IceLiteAgent.ufragKey(datagram, offset, length);
        RoutedPeer peer = ufragKey == 0 ? null : peerByUfrag.get(ufragKey);
        if (peer == null) {
            peer = peerByAddress.get(remote);
        }
        if (peer == null) {
            counters.drop(TransportDrop.UNKNOWN_SOURCE);
            return;
        }
        enter(peer);
        peer.transport.onDatagram(datagram, offset, length, remote, nowNs);
        exit(peer);
    }

    /// Runs what is due; every transport at most once.
    public void onTimeout(long nowNs) {
        int most = deadlines.size();
        while (most-- > 0 && deadlines.nextNs() <= nowNs) {
            RoutedPeer peer = (RoutedPeer) deadlines.first();
            enter(peer);
            peer.transport.onTimeout(nowNs);
            if (peer.index >= 0) {
                // Not before the next turn, should it not have moved its deadline.
                deadlines.set(peer, Math.max(peer.transport.nextTimeoutNs(), nowNs + 1));
            }
            wakeCounterparts(peer);
            current = null;
        }
    }

    /// When [#onTimeout] wants to be called.
    public long nextTimeoutNs() {
        return deadlines.nextNs();
    }

    /// Something was thrown out of an input: the transport that was worked on ends, the others do
    /// not notice.
    public void onFault(RuntimeException fault) {
        failures++;
        RoutedPeer peer = current;
        current = null;
        if (peer != null) {
            peer.transport.fail("The server failed: " + fault);
        }
    }

    /// A drop that happened outside, before a transport was looked for.
    public TransportCounters counters() {
        return counters;
    }

    /// How many transports there are.
    public int size() {
        return peers.size();
    }

    /// Nothing is kept any more: no transport, address, stream or timer.
    boolean isEmpty() {
        return peers.isEmpty()
                && peerByUfrag.isEmpty()
                && peerByAddress.isEmpty()
                && publications.isEmpty()
                && deadlines.size() == 0;
    }

    public RouterStatistics statistics() {
        Map<TransportState, Integer> states = new HashMap<>();
        int subscriptions = 0;
        for (RoutedPeer peer : peers.values()) {
            states.merge(peer.transport.state(), 1, Integer::sum);
            subscriptions += peer.plays() ? 1 : 0;
        }
        states.put(TransportState.ENDED, (int) Math.min(ended, Integer.MAX_VALUE));
        ForwardTotals totals = new ForwardTotals();
        totals.add(closedStreams);
        for (Publication publication : publications.values()) {
            totals.add(publication.stream.statistics());
        }
        for (TransportDrop reason : TransportDrop.values()) {
            totals.addDrops(reason.label(), counters.drops(reason));
        }
        return totals.statistics(
                states, peers.size() - subscriptions, subscriptions, counters, failures);
    }

    /// How each stream whose publisher is here comes in and goes out.
    public List<PublicationStatistics> publicationStatistics() {
        return publications.values().stream()
                .filter(publication -> !publication.orphaned)
                .map(MediaRouter::statistics)
                .toList();
    }

    private static PublicationStatistics statistics(Publication publication) {
        List<PublicationStatistics.Viewer> viewers = new ArrayList<>(publication.viewers.size());
        for (RoutedPeer viewer : publication.viewers) {
            Subscription subscription = viewer.subscription;
            if (subscription != null) {
                viewers.add(new PublicationStatistics.Viewer(viewer.id, subscription.statistics()));
            }
        }
        return new PublicationStatistics(
                publication.id, publication.stream.trackStatistics(), viewers);
    }

    private void requireRoom(long id) throws OfferRefusedException {
        if (peers.containsKey(id)) {
            throw new IllegalStateException("transport " + id + " exists already");
        }
        if (peers.size() >= config.maxTransports()) {
            throw new OfferRefusedException(
                    "This server has all the publishers and players it may have; try again later.");
        }
    }

    private RoutedPeer newPeer(long id, long nowNs) {
        return new RoutedPeer(this, id, config.transport(), random, sink, counters, nowNs);
    }

    private void add(RoutedPeer peer) {
        peers.put(peer.id, peer);
        peerByUfrag.put(peer.transport.localUfragKey(), peer);
        deadlines.set(peer, peer.transport.nextTimeoutNs());
    }

    private LocalTransport local(RoutedPeer peer) {
        return new LocalTransport(
                peer.transport.localUfrag(),
                peer.transport.localPassword(),
                handshakes.fingerprint(),
                config.candidates());
    }

    /// An input of this peer begins.
    void enter(RoutedPeer peer) {
        current = peer;
    }

    /// An input of this peer is through: timers may have changed.
    void exit(RoutedPeer peer) {
        if (peer.index >= 0) {
            deadlines.bringForward(peer, peer.transport.nextTimeoutNs());
        }
        wakeCounterparts(peer);
        current = null;
    }

    /// A publisher's packets set timers of its viewers, and the other way round.
    private void wakeCounterparts(RoutedPeer peer) {
        Publication publication = peer.publication;
        if (publication == null) {
            return;
        }
        if (peer.plays()) {
            RoutedPeer publisher = peers.get(publication.id);
            if (publisher != null) {
                deadlines.bringForward(publisher, publisher.transport.mediaTimeoutNs());
            }
            return;
        }
        List<RoutedPeer> viewers = publication.viewers;
        for (int i = 0; i < viewers.size(); i++) {
            RoutedPeer viewer = viewers.get(i);
            deadlines.bringForward(viewer, viewer.transport.mediaTimeoutNs());
        }
    }

    void onAddressValidated(RoutedPeer peer, InetSocketAddress remote) {
        peerByAddress.put(remote, peer);
    }

    void onAddressForgotten(RoutedPeer peer, InetSocketAddress remote) {
        peerByAddress.remove(remote, peer);
    }

    void onUfragRetired(long ufragKey) {
        peerByUfrag.remove(ufragKey);
    }

    void onConnected(RoutedPeer peer) {
        output.onConnected(peer.id);
    }

    void onInterrupted(RoutedPeer peer) {
        output.onInterrupted(peer.id);
    }

    void onEnded(RoutedPeer peer, String reason) {
        leave(peer);
        output.onEnded(peer.id, reason);
    }

    private void leave(RoutedPeer peer) {
        ended++;
        peers.remove(peer.id);
        peerByUfrag.remove(peer.transport.localUfragKey(), peer);
        for (InetSocketAddress address : peer.transport.validatedAddresses()) {
            peerByAddress.remove(address, peer);
        }
        deadlines.remove(peer);
        Publication publication = peer.publication;
        if (publication == null) {
            return;
        }
        if (peer.plays()) {
            publication.viewers.remove(peer);
        } else {
            publication.orphaned = true;
        }
        releaseIfUnused(publication);
    }

    private void releaseIfUnused(Publication publication) {
        if (publication.orphaned && publication.viewers.isEmpty()) {
            publications.remove(publication.id, publication);
            closedStreams.add(publication.stream.statistics());
            publication.stream.close();
        }
    }
}

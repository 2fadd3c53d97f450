package io.freshet.media.io;

import io.freshet.media.dtls.DtlsServer;
import io.freshet.media.dtls.SrtpCipherProvider;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.media.sdp.SessionOffer;
import io.freshet.media.transport.PublicationStatistics;
import io.freshet.media.transport.RouterConfig;
import io.freshet.media.transport.TransportConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The media plane of one process: one UDP port, every publisher and player on it. All methods may
/// be called from any thread and return at once, but [#statistics()] and [#close()], which wait for
/// the loop.
///
/// Transport ids are the caller's; they must not be used twice while the first is alive.
public final class MediaNode implements AutoCloseable {
    private static final long STATISTICS_TIMEOUT_S = 5;
    private static final long CLOSE_TIMEOUT_MS = 2_000;

    /// Room in the command queue for what a transport causes: some handshake datagrams, its end.
    private static final int COMMANDS_PER_TRANSPORT = 4;

    private final CommandQueue commands;
    private final ExecutorService events;
    private final ExecutorService dtls;
    private final Thread thread;
    private final List<InetSocketAddress> candidates;
    private final int port;

    /// By transport id; entered before the command, taken out at the end of the transport.
    private final ConcurrentMap<Long, TransportEvents> listeners = new ConcurrentHashMap<>();

    private MediaNode(
            MediaConfig config, LoopSocket socket, DtlsServer server, ExecutorService dtls)
            throws IOException {
        this.port = socket.address().getPort();
        this.candidates = LocalAddresses.candidates(config, socket.address());
        this.dtls = dtls;
        this.events =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("media-events").daemon(true).factory());
        this.commands =
                new CommandQueue(
                        config.commandQueueLength(),
                        COMMANDS_PER_TRANSPORT * config.maxTransports(),
                        socket.selector());
        MediaLoop loop =
                new MediaLoop(
                        routerConfig(config, candidates),
                        config.receiveBatch(),
                        socket,
                        commands,
                        new DtlsHandshakes(server, dtls, commands, config.handshakes()),
                        listeners,
                        events);
        this.thread = Thread.ofPlatform().name("media-0").daemon(true).unstarted(loop);
    }

    private static RouterConfig routerConfig(
            MediaConfig config, List<InetSocketAddress> candidates) {
        return new RouterConfig(
                config.maxTransports(),
                candidates,
                new TransportConfig(
                        config.connectTimeout(),
                        config.ice(),
                        config.srtp(),
                        SrtpCipherProvider.jdk()),
                config.forward(),
                config.steady());
    }

    /// Binds the port, makes the certificate, warms the handshake up and starts the loop. Takes
    /// some hundred milliseconds.
    ///
    /// @throws IOException when the port cannot be bound
    public static MediaNode start(MediaConfig config) throws IOException {
        LoopSocket socket = LoopSocket.open(config);
        ExecutorService dtls =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("dtls-", 0).factory());
        try {
            DtlsServer server = DtlsServer.create(config.dtls(), new SecureRandom());
            server.warmUp(dtls);
            rehearse(server, dtls);
            MediaNode node = new MediaNode(config, socket, server, dtls);
            node.thread.start();
            return node;
        } catch (IOException | RuntimeException e) {
            socket.close();
            dtls.shutdownNow();
            throw e;
        }
    }

    /// Classes are loaded by a publisher and a player on a loop of their own, so that the first
    /// real ones do not wait for that.
    private static void rehearse(DtlsServer server, ExecutorService dtls) throws IOException {
        MediaConfig alone =
                MediaConfig.builder()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .build();
        LoopSocket socket = LoopSocket.open(alone);
        MediaNode node = new MediaNode(alone, socket, server, dtls);
        node.thread.start();
        try {
            Rehearsal.run(node, routerConfig(alone, node.candidates));
        } finally {
            node.stop();
        }
    }

    /// Answers a publisher's offer; viewers can play `transportId` once the future completes.
    ///
    /// The future fails with [OfferRefusedException] when the offer cannot be served.
    public CompletableFuture<String> publish(long transportId, String offer, Listener listener) {
        SessionOffer read;
        try {
            read = SessionOffer.read(offer);
        } catch (OfferRefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        return submit(
                transportId, listener, answer, new LoopCommand.Publish(transportId, read, answer));
    }

    /// Answers a player's offer for the stream of the publisher `publisherId`.
    ///
    /// The future fails with [OfferRefusedException] when the offer cannot be served or the
    /// publisher is gone.
    ///
    /// @param steadyDelay the viewer keeps [MediaConfig#steady()], so that viewers stay in step;
    ///   otherwise it plays as soon as it can
    public CompletableFuture<String> play(
            long transportId,
            long publisherId,
            boolean steadyDelay,
            String offer,
            Listener listener) {
        SessionOffer read;
        try {
            read = SessionOffer.read(offer);
        } catch (OfferRefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        return submit(
                transportId,
                listener,
                answer,
                new LoopCommand.Play(transportId, publisherId, steadyDelay, read, answer));
    }

    private CompletableFuture<String> submit(
            long id, Listener listener, CompletableFuture<String> answer, LoopCommand command) {
        TransportEvents former =
                listeners.putIfAbsent(id, new TransportEvents(id, listener, events));
        if (former != null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("transport " + id + " exists already"));
        }
        if (!thread.isAlive() || !commands.admit(command)) {
            listeners.remove(id);
            return CompletableFuture.failedFuture(
                    new OfferRefusedException("This server is overloaded; try again later."));
        }
        return answer;
    }

    /// Moves the viewers of `former` to `successor`, the same host's stream on a new transport.
    /// Works also when the former one's transport is already gone. Unknown ids are ignored.
    public void replacePublisher(long former, long successor) {
        commands.add(new LoopCommand.Replace(former, successor));
    }

    /// Keeps a publisher's audio, its video or both from all who play it, now and later, or hands
    /// it on again: video with a keyframe. Nobody's transport ends. Unknown ids are ignored.
    public void withhold(long publisherId, boolean audio, boolean video) {
        commands.add(new LoopCommand.Withhold(publisherId, audio, video));
    }

    /// Ends a transport; unknown ones are ignored. No event follows, except one that is just being
    /// delivered. Viewers of a closed publisher stay, without media, until they are closed or
    /// moved.
    public void close(long transportId) {
        TransportEvents listener = listeners.remove(transportId);
        if (listener != null) {
            listener.cancel();
        }
        commands.add(new LoopCommand.Close(transportId));
    }

    /// Counters and what there is now.
    ///
    /// @throws IllegalStateException when the node is closed or does not answer for 5 s
    public MediaStatistics statistics() {
        CompletableFuture<MediaStatistics> result = new CompletableFuture<>();
        return ask(new LoopCommand.Statistics(result), result);
    }

    /// How each published stream comes in and goes out. Walks over every stream and viewer: for
    /// every few seconds, not for every request.
    ///
    /// @throws IllegalStateException as [#statistics()]
    public List<PublicationStatistics> streamStatistics() {
        CompletableFuture<List<PublicationStatistics>> result = new CompletableFuture<>();
        return ask(new LoopCommand.StreamStatistics(result), result);
    }

    private <T> T ask(LoopCommand command, CompletableFuture<T> result) {
        if (!thread.isAlive() || !commands.add(command)) {
            throw new IllegalStateException("the media loop is down or overloaded");
        }
        try {
            return result.get(STATISTICS_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the media loop does not answer", e);
        }
    }

    /// The UDP port that was bound.
    public int port() {
        return port;
    }

    /// What answers advertise, most wanted first.
    public List<InetSocketAddress> advertised() {
        return candidates;
    }

    /// Ends every transport (the peers are told by DTLS close_notify) and frees the port. No events
    /// follow.
    @Override
    public void close() {
        stop();
        dtls.shutdownNow();
    }

    private void stop() {
        Map.copyOf(listeners).values().forEach(TransportEvents::cancel);
        commands.add(new LoopCommand.Stop());
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        events.shutdown();
    }

    /// Told about one transport, on a thread of the node's own, one event after the other; must
    /// return soon.
    public interface Listener {
        /// ICE and DTLS are up: media can flow. Comes again after [#onInterrupted].
        void onConnected(long transportId);

        /// Nothing was heard from the peer for the time [MediaConfig#ice()] sets.
        void onInterrupted(long transportId);

        /// The transport is gone without [MediaNode#close(long)]; the last event.
        void onEnded(long transportId, String reason);

        /// There is a picture in what a publisher sends, of this size in pixels, or of another than
        /// before; 0 and 0 if the size cannot be told. Only the newest is told of several.
        default void onPicture(long transportId, int width, int height) {}
    }
}

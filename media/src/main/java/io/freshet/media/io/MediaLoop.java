package io.freshet.media.io;

import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.media.transport.DatagramSink;
import io.freshet.media.transport.MediaRouter;
import io.freshet.media.transport.RouterConfig;
import io.freshet.media.transport.RouterStatistics;
import io.freshet.media.transport.TransportDrop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One thread, one socket, one router. A turn: wait for datagrams, commands or the next deadline;
/// read the clock once; work off commands, a batch of datagrams, and what is due. Faults of ours
/// are caught here and nowhere else, and end the one transport that was worked on.
final class MediaLoop implements Runnable, MediaRouter.Output {
    private static final int COMMANDS_PER_TURN = 256;

    /// At the end the goodbyes of DTLS get this long to come out.
    private static final long FAREWELL_NS = 300_000_000;

    private final LoopSocket socket;
    private final CommandQueue commands;
    private final NioDatagramSink sink;
    private final MediaRouter router;
    private final DtlsHandshakes handshakes;
    private final ConcurrentMap<Long, TransportEvents> listeners;
    private final Executor events;
    private final int receiveBatch;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(DatagramSink.SLOT_BYTES);

    /// The last batch was full: there is probably more.
    private boolean moreToReceive;

    private boolean stopping;
    private long farewellNs = Long.MAX_VALUE;
    private long turnMaxNs;
    private long receiveFailures;

    /// Makes a loop, to be run by a thread of its own.
    ///
    /// @param listeners by transport id; an entry is taken out when its transport ends
    /// @param events runs listeners and completes answers
    MediaLoop(
            RouterConfig config,
            int receiveBatch,
            LoopSocket socket,
            CommandQueue commands,
            DtlsHandshakes handshakes,
            ConcurrentMap<Long, TransportEvents> listeners,
            Executor events) {
        this.socket = socket;
        this.commands = commands;
        this.handshakes = handshakes;
        this.listeners = listeners;
        this.events = events;
        this.receiveBatch = receiveBatch;
        this.sink = new NioDatagramSink(socket.channel());
        this.router = new MediaRouter(config, new SecureRandom(), sink, handshakes, this);
    }

    @Override
    public void run() {
        @Nullable RuntimeException fault = null;
        while (!isOver()) {
            try {
                if (fault != null) {
                    RuntimeException last = fault;
                    fault = null;
                    router.onFault(last);
                }
                turn();
            } catch (RuntimeException e) {
                fault = e;
            } catch (IOException e) {
                stopping = true; // the selector is broken or closed
                farewellNs = Long.MIN_VALUE;
            }
        }
        finish();
    }

    private boolean isOver() {
        boolean farewellOver = handshakes.openCount() == 0 || System.nanoTime() >= farewellNs;
        return (stopping && farewellOver) || !socket.isOpen();
    }

    private void turn() throws IOException {
        boolean work = moreToReceive || !commands.isEmpty();
        socket.awaitUntil(work ? Long.MIN_VALUE : Math.min(router.nextTimeoutNs(), farewellNs));
        long nowNs = System.nanoTime();
        workOffCommands(nowNs);
        receive(nowNs);
        router.onTimeout(nowNs);
        sink.flush();
        turnMaxNs = Math.max(turnMaxNs, System.nanoTime() - nowNs);
    }

    private void workOffCommands(long nowNs) {
        for (int i = 0; i < COMMANDS_PER_TURN; i++) {
            LoopCommand command = commands.poll();
            if (command == null) {
                return;
            }
            execute(command, nowNs);
        }
    }

    private void execute(LoopCommand command, long nowNs) {
        switch (command) {
            case LoopCommand.Publish publish ->
                    answer(
                            publish.id(),
                            publish.answer(),
                            () -> router.publish(publish.id(), publish.offer(), nowNs));
            case LoopCommand.Play play ->
                    answer(
                            play.id(),
                            play.answer(),
                            () ->
                                    router.play(
                                            play.id(),
                                            play.publisherId(),
                                            play.steadyDelay(),
                                            play.offer(),
                                            nowNs));
            case LoopCommand.Replace replace ->
                    router.replacePublisher(replace.former(), replace.successor(), nowNs);
            case LoopCommand.Withhold it ->
                    router.withhold(it.publisherId(), it.audio(), it.video(), nowNs);
            case LoopCommand.Close close -> router.close(close.id());
            case LoopCommand.Statistics statistics -> report(statistics.result());
            case LoopCommand.StreamStatistics streams ->
                    streams.result().complete(router.publicationStatistics());
            case LoopCommand.HandshakeDatagram out -> out.to().onHandshakeDatagram(out.datagram());
            case LoopCommand.HandshakeKeys keys -> keys.to().onKeys(keys.keys(), nowNs);
            case LoopCommand.HandshakeFailed failed ->
                    failed.to().onHandshakeFailed(failed.reason());
            case LoopCommand.HandshakeClosed closed -> closed.to().onHandshakeClosed();
            case LoopCommand.Stop _ -> {
                stopping = true;
                farewellNs = nowNs + FAREWELL_NS;
                router.closeAll();
            }
        }
    }

    private interface Negotiation {
        String answer() throws OfferRefusedException;
    }

    private void answer(long id, CompletableFuture<String> result, Negotiation negotiation) {
        try {
            String answer = negotiation.answer();
            events.execute(() -> result.complete(answer));
        } catch (OfferRefusedException e) {
            listeners.remove(id);
            events.execute(() -> result.completeExceptionally(e));
        } catch (RuntimeException e) {
            listeners.remove(id);
            events.execute(() -> result.completeExceptionally(e));
            throw e;
        }
    }

    private void receive(long nowNs) {
        moreToReceive = false;
        for (int i = 0; i < receiveBatch; i++) {
            datagram.clear();
            @Nullable InetSocketAddress remote;
            try {
                remote = (InetSocketAddress) socket.channel().receive(datagram);
            } catch (IOException e) {
                receiveFailures++;
                return;
            }
            if (remote == null) {
                return;
            }
            if (datagram.hasRemaining()) {
                router.onDatagram(datagram, 0, datagram.position(), remote, nowNs);
            } else {
                router.counters().drop(TransportDrop.TOO_LARGE); // filled up: probably cut off
            }
        }
        moreToReceive = true;
    }

    /// Directly: only a waiting thread depends on it, and a slow listener must not hold it up.
    private void report(CompletableFuture<MediaStatistics> result) {
        result.complete(statistics());
    }

    private MediaStatistics statistics() {
        RouterStatistics routed = router.statistics();
        Map<String, Long> drops = new HashMap<>(routed.drops());
        drops.put("socket-full", sink.refused());
        drops.put("send-failed", sink.failed());
        drops.put("receive-failed", receiveFailures);
        drops.values().removeIf(count -> count == 0);
        return new MediaStatistics(
                routed.transports(),
                routed.publishers(),
                routed.subscriptions(),
                routed.packetsIn(),
                routed.bytesIn(),
                routed.packetsOut(),
                routed.bytesOut(),
                drops,
                routed.lost(),
                routed.recovered(),
                routed.nacks(),
                routed.retransmissions(),
                routed.keyframeRequests(),
                routed.failures(),
                turnMaxNs,
                socket.receiveBufferBytes(),
                socket.sendBufferBytes());
    }

    private void finish() {
        LoopCommand command = commands.poll();
        while (command != null) {
            switch (command) {
                case LoopCommand.Publish publish -> refuse(publish.answer());
                case LoopCommand.Play play -> refuse(play.answer());
                case LoopCommand.Statistics statistics -> report(statistics.result());
                case LoopCommand.StreamStatistics streams -> streams.result().complete(List.of());
                default -> {}
            }
            command = commands.poll();
        }
        try {
            socket.close();
        } catch (IOException e) {
            // The process is about to forget both anyway.
        }
    }

    private void refuse(CompletableFuture<String> answer) {
        events.execute(() ->
                answer.completeExceptionally(
                        new OfferRefusedException("This server is going down.")));
    }

    @Override
    public void onConnected(long transportId) {
        TransportEvents listener = listeners.get(transportId);
        if (listener != null) {
            listener.onConnected();
        }
    }

    @Override
    public void onInterrupted(long transportId) {
        TransportEvents listener = listeners.get(transportId);
        if (listener != null) {
            listener.onInterrupted();
        }
    }

    @Override
    public void onEnded(long transportId, String reason) {
        TransportEvents listener = listeners.remove(transportId);
        if (listener != null) {
            listener.onEnded(reason);
        }
    }

    @Override
    public void onPicture(long transportId, int width, int height) {
        TransportEvents listener = listeners.get(transportId);
        if (listener != null) {
            listener.onPicture(width, height);
        }
    }
}

package io.freshet.media.dtls;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/// Two ends of an in-memory path, each feeding the other's association, for tests.
public final class DtlsLink {
    /// What the path does with the n-th datagram of a direction, counted from 1.
    enum Fate {
        DELIVER,
        LOSE,
        DUPLICATE,
        /// Delivered after the next one.
        DELAY
    }

    public final End client;
    public final End server;
    final Threads threads = new Threads();

    DtlsLink(IntFunction<Fate> toServer, IntFunction<Fate> toClient) {
        client = new End(toServer);
        server = new End(toClient);
    }

    /// A path that loses nothing.
    public static DtlsLink perfect() {
        return new DtlsLink(_ -> Fate.DELIVER, _ -> Fate.DELIVER);
    }

    /// One side: what its association puts out.
    public final class End implements DtlsAssociation.Output {
        public final CompletableFuture<SrtpKeys> keys = new CompletableFuture<>();

        /// Completed with the reason, empty for an orderly end.
        public final CompletableFuture<String> ended = new CompletableFuture<>();

        final List<ByteBuffer> sent = new ArrayList<>();
        private final IntFunction<Fate> fates;
        private final AtomicReference<DtlsAssociation> association = new AtomicReference<>();
        private final List<ByteBuffer> delayed = new ArrayList<>();

        private End(IntFunction<Fate> fates) {
            this.fates = fates;
        }

        public DtlsAssociation association() {
            return association.get();
        }

        public DtlsAssociation attach(DtlsAssociation attached) {
            association.set(attached);
            return attached;
        }

        @Override
        public synchronized void sendDatagram(ByteBuffer datagram) {
            sent.add(datagram.duplicate());
            DtlsAssociation peer = (this == client ? server : client).association.get();
            switch (fates.apply(sent.size())) {
                case LOSE -> {}
                case DELAY -> delayed.add(datagram);
                case DUPLICATE -> {
                    peer.onDatagram(datagram.duplicate());
                    peer.onDatagram(datagram);
                    deliverDelayed(peer);
                }
                case DELIVER -> {
                    peer.onDatagram(datagram);
                    deliverDelayed(peer);
                }
            }
        }

        synchronized int sentCount() {
            return sent.size();
        }

        private void deliverDelayed(DtlsAssociation peer) {
            delayed.forEach(peer::onDatagram);
            delayed.clear();
        }

        @Override
        public void onKeys(SrtpKeys srtpKeys) {
            keys.complete(srtpKeys);
        }

        @Override
        public void onFailed(String reason) {
            keys.completeExceptionally(new IllegalStateException(reason));
            ended.complete(reason);
        }

        @Override
        public void onClosed() {
            keys.completeExceptionally(new IllegalStateException("closed"));
            ended.complete("");
        }
    }

    /// Waits for what a healthy test gets within milliseconds.
    public static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    /// A virtual thread per task, each to be seen ending.
    static final class Threads implements Executor {
        private final List<Thread> started = new ArrayList<>();

        @Override
        public synchronized void execute(Runnable task) {
            started.add(Thread.ofVirtual().start(task));
        }

        synchronized List<Thread> started() {
            return List.copyOf(started);
        }

        boolean areAllDone() throws InterruptedException {
            for (Thread thread : started()) {
                if (!thread.join(Duration.ofSeconds(10))) {
                    return false;
                }
            }
            return true;
        }
    }
}

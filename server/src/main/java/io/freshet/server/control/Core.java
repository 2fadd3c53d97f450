package io.freshet.server.control;

import io.freshet.server.control.MediaPlane.TransportId;
import io.freshet.server.control.forbid.RuleStore;
import io.freshet.server.control.time.Timers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What the parts of the room service share.
final class Core {
    /// The media plane answers in milliseconds; a client waits for its answer not much longer.
    private static final long NEGOTIATION_TIMEOUT_NS = 8_000_000_000L;

    final ControlConfig config;
    final MediaPlane media;
    final ControlClock clock;
    final Timers timers = new Timers();
    final Counters counters = new Counters();
    final Heartbeats heartbeats;
    final RandomIds ids;
    final RoomBasis roomBasis;
    final Admission admission;
    final Publishing publishing;
    final PublicationChanges publicationChanges = new PublicationChanges();
    final PublisherGrace publisherGrace;
    final Unpublishing unpublishing;
    final Playing playing;
    final Messaging messaging;
    final Forbidding forbidding;
    final RealmForbids forbids;
    final HttpSessionTable httpSessions;

    final TokenExpiry expiry;
    final RoomObserver observer;

    private final AtomicLong transports = new AtomicLong();

    /// By AppID; bounded by the number of projects.
    private final ConcurrentHashMap<Long, Realm> realms = new ConcurrentHashMap<>();

    Core(
            ControlConfig config,
            ProjectDirectory projects,
            MediaPlane media,
            ControlClock clock,
            RandomGenerator secureRandom,
            RoomObserver observer,
            RuleStore rules) {
        this.observer = observer;
        this.config = config;
        this.media = media;
        this.clock = clock;
        this.heartbeats = new Heartbeats(config.timing());
        this.ids = new RandomIds(secureRandom);
        this.roomBasis = new RoomBasis(config, clock, timers, counters, heartbeats);
        this.admission = new Admission(projects, clock);
        this.publishing = new Publishing(this);
        this.publisherGrace = new PublisherGrace(this);
        this.unpublishing = new Unpublishing(this);
        this.playing = new Playing(this);
        this.messaging = new Messaging(this);
        this.expiry = new TokenExpiry(this);
        this.forbidding = new Forbidding(this);
        this.forbids = new RealmForbids(this, rules);
        this.httpSessions = new HttpSessionTable(this);
    }

    /// Without making one.
    Optional<Realm> existingRealm(long appId) {
        return Optional.ofNullable(realms.get(appId));
    }

    void forEachRealm(BiConsumer<Long, Realm> action) {
        realms.forEach(action);
    }

    Realm realm(long appId) {
        return realms.computeIfAbsent(appId, id -> new Realm(this, id));
    }

    /// Asks the media plane; whatever it does, the stage completes, at the latest when it has had
    /// its time.
    CompletionStage<String> negotiate(Supplier<CompletionStage<String>> question) {
        CompletableFuture<String> bounded = new CompletableFuture<>();
        try {
            var _ =
                    question.get()
                            .whenComplete((answer, failure) -> {
                                if (failure == null) {
                                    bounded.complete(answer);
                                } else {
                                    bounded.completeExceptionally(failure);
                                }
                            });
        } catch (RuntimeException e) {
            bounded.completeExceptionally(e);
        }
        if (!bounded.isDone()) {
            timers.at(
                    clock.nowNs() + NEGOTIATION_TIMEOUT_NS,
                    _ ->
                            bounded.completeExceptionally(
                                    new TimeoutException("no answer from the media plane")));
        }
        return bounded;
    }

    TransportId newTransportId() {
        return new TransportId(transports.incrementAndGet());
    }
}

package io.freshet.server.app;

import io.freshet.media.io.MediaStatistics;
import io.freshet.media.transport.TransportState;
import io.freshet.server.callback.CallbackStatistics;
import io.freshet.server.console.ConsoleStatistics;
import io.freshet.server.control.ControlStatistics;
import io.freshet.server.control.ForbidStatistics;
import io.freshet.server.gateway.Gateway;
import io.freshet.server.usage.UsageStatistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// All metrics. Names are stable: `freshet_<part>_<what>_<unit>`, counters end in `_total`.
final class Meters {
    private static final double NS_PER_S = 1e9;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Supplier<ControlStatistics> control;
    private final Supplier<MediaStatistics> media;

    /// Read once for each scrape.
    private volatile ControlStatistics rooms;

    private volatile MediaStatistics packets;

    /// Listens to the collector for as long as the process lives.
    private final JvmGcMetrics collector = new JvmGcMetrics();

    /// Counters refer to them weakly.
    private final List<Supplier<?>> sources = new CopyOnWriteArrayList<>();

    private final Map<String, Boolean> dropReasons = new ConcurrentHashMap<>();

    Meters(Supplier<ControlStatistics> control, Supplier<MediaStatistics> media) {
        this.control = control;
        this.media = media;
        this.rooms = control.get();
        this.packets = media.get();
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collector.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        bindRooms();
        bindMedia();
    }

    /// The Prometheus text format.
    String scrape() {
        rooms = control.get();
        packets = media.get();
        bindDropReasons();
        return registry.scrape();
    }

    /// Adds the gateway's figures once there is a gateway.
    void bindGateway(Gateway gateway) {
        Gauge.builder("freshet.signal.connections", gateway, Gateway::connectionCount)
                .description("Open signalling WebSockets")
                .register(registry);
        FunctionCounter.builder(
                        "freshet.signal.malformed.messages",
                        gateway,
                        Gateway::malformedMessageCount)
                .description("Messages of clients that could not be read")
                .register(registry);
    }

    /// Adds the figures of rules that forbid.
    void bindForbids(Supplier<ForbidStatistics> forbids) {
        gauge("forbid.user.rules", "In force", forbids, ForbidStatistics::userRules);
        gauge("forbid.stream.rules", "In force", forbids, ForbidStatistics::streamRules);
        gauge("forbid.streams", "Forbidden streams", forbids, ForbidStatistics::forbiddenStreams);
        counter(
                "forbid.refused.logins",
                "Refused or ended by rules",
                forbids,
                ForbidStatistics::loginsRefused);
        counter(
                "forbid.refused.publishes",
                "Refused or ended by rules",
                forbids,
                ForbidStatistics::publishesRefused);
        counter("forbid.refused.plays", "Refused", forbids, ForbidStatistics::playsRefused);
    }

    /// Adds the figures of callbacks once there are any.
    void bindCallbacks(Supplier<CallbackStatistics> callbacks) {
        gauge("callback.waiting", "In the outbox", callbacks, CallbackStatistics::waiting);
        gauge("callback.in.flight", "Being sent", callbacks, CallbackStatistics::inFlight);
        counter("callback.noted", "To be told", callbacks, CallbackStatistics::noted);
        counter(
                "callback.delivered",
                "Answered with 2xx",
                callbacks,
                CallbackStatistics::delivered);
        counter(
                "callback.failed.attempts",
                "Not answered with 2xx",
                callbacks,
                CallbackStatistics::attemptsFailed);
        counter(
                "callback.refused.addresses",
                "Attempts whose address is not allowed",
                callbacks,
                CallbackStatistics::refusedAddresses);
        counter(
                "callback.given.up",
                "After the last retry",
                callbacks,
                CallbackStatistics::givenUp);
        counter("callback.dropped", "Of a full outbox", callbacks, CallbackStatistics::dropped);
        counter(
                "callback.store.failures",
                "The database refused",
                callbacks,
                CallbackStatistics::storeFailures);
    }

    /// Adds the figures of usage once there are any.
    void bindUsage(Supplier<UsageStatistics> usage) {
        gauge("usage.running", "Plays and streams counted", usage, UsageStatistics::running);
        counter("usage.pieces.written", "Written down", usage, UsageStatistics::piecesWritten);
        counter(
                "usage.store.failures",
                "The database refused",
                usage,
                UsageStatistics::storeFailures);
        counter("usage.lost.seconds", "Not written down", usage, UsageStatistics::lostSeconds);
    }

    /// Adds the console's figures.
    void bindConsole(Supplier<ConsoleStatistics> console) {
        gauge("console.sessions", "Logged in", console, ConsoleStatistics::sessions);
        gauge("console.watching", "Pages with live numbers", console, ConsoleStatistics::watching);
        counter(
                "console.logins.accepted",
                "Logins to the console",
                console,
                ConsoleStatistics::loginsAccepted);
        counter(
                "console.logins.refused",
                "Wrong passwords",
                console,
                ConsoleStatistics::loginsRefused);
        counter(
                "console.logins.limited",
                "Logins not looked at, being too many",
                console,
                ConsoleStatistics::loginsLimited);
        counter(
                "console.requests.refused",
                "Requests without a session or from a foreign page",
                console,
                ConsoleStatistics::requestsRefused);
    }

    private <T> void gauge(
            String name, String description, Supplier<T> source, ToDoubleFunction<T> value) {
        Gauge.builder("freshet." + name, source, it -> value.applyAsDouble(it.get()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private <T> void counter(
            String name, String description, Supplier<T> source, ToDoubleFunction<T> value) {
        sources.add(source);
        FunctionCounter.builder("freshet." + name, source, it -> value.applyAsDouble(it.get()))
                .description(description)
                .register(registry);
    }

    private void bindRooms() {
        roomGauge("rooms", "Rooms with a user", ControlStatistics::rooms);
        roomGauge("users", "Users in rooms", ControlStatistics::users);
        roomGauge("streams", "Published streams", ControlStatistics::streams);
        roomGauge("plays", "Streams being played", ControlStatistics::plays);
        roomGauge("http.sessions", "WHIP and WHEP sessions", ControlStatistics::httpSessions);
        roomCounter("logins.accepted", "Logins accepted", ControlStatistics::loginsAccepted);
        roomCounter("logins.refused", "Logins refused", ControlStatistics::loginsRefused);
        roomCounter("resumes.accepted", "Logins resumed", ControlStatistics::resumesAccepted);
        roomCounter("kicks", "Users kicked out", ControlStatistics::kicks);
        roomCounter(
                "heartbeat.timeouts",
                "Users gone for the heartbeat timeout",
                ControlStatistics::heartbeatTimeouts);
        roomCounter("requests", "Requests of clients", ControlStatistics::requestsReceived);
        roomCounter("requests.refused", "Requests refused", ControlStatistics::requestsRefused);
        roomCounter("events", "Room events", ControlStatistics::eventsLogged);
        roomCounter("events.sent", "Room events sent to clients", ControlStatistics::eventsSent);
        roomCounter("catch.ups", "Clients that were too slow", ControlStatistics::catchUps);
        roomCounter("snapshots.sent", "Snapshots sent", ControlStatistics::snapshotsSent);
    }

    private void bindMedia() {
        for (var state : TransportState.values()) {
            Gauge.builder(
                            "freshet.media.transports",
                            this,
                            it -> it.packets.transports().getOrDefault(state, 0))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Peer connections by state; ended ones since the start")
                    .register(registry);
        }
        mediaGauge("publishers", "Publishing transports", "", MediaStatistics::publishers);
        mediaGauge("subscriptions", "Playing transports", "", MediaStatistics::subscriptions);
        mediaCounter("received.packets", "Datagrams received", MediaStatistics::packetsIn);
        mediaCounter("received.bytes", "Bytes received", MediaStatistics::bytesIn);
        mediaCounter("sent.packets", "Datagrams sent", MediaStatistics::packetsOut);
        mediaCounter("sent.bytes", "Bytes sent", MediaStatistics::bytesOut);
        mediaCounter("lost.packets", "Publishers' packets missed", MediaStatistics::lost);
        mediaCounter("recovered.packets", "Of them, got again", MediaStatistics::recovered);
        mediaCounter("nacked.packets", "Asked for again", MediaStatistics::nacks);
        mediaCounter("retransmitted.packets", "Sent again", MediaStatistics::retransmissions);
        mediaCounter("keyframe.requests", "Sent to publishers", MediaStatistics::keyframeRequests);
        mediaCounter("failures", "Transports ended by our fault", MediaStatistics::failures);
        mediaGauge(
                "loop.turn.max",
                "Longest turn of a media loop",
                "seconds",
                it -> it.loopTurnMaxNs() / NS_PER_S);
        mediaGauge(
                "receive.buffer",
                "Socket receive buffer",
                "bytes",
                MediaStatistics::receiveBufferBytes);
        mediaGauge("send.buffer", "Socket send buffer", "bytes", MediaStatistics::sendBufferBytes);
    }

    /// Reasons appear as they first occur.
    private void bindDropReasons() {
        for (String reason : packets.drops().keySet()) {
            if (dropReasons.putIfAbsent(reason, true) == null) {
                FunctionCounter.builder(
                                "freshet.media.dropped.packets",
                                this,
                                it -> it.packets.drops().getOrDefault(reason, 0L))
                        .tag("reason", reason)
                        .description("Datagrams not used")
                        .register(registry);
            }
        }
    }

    private void roomGauge(
            String name, String description, ToDoubleFunction<ControlStatistics> value) {
        Gauge.builder("freshet.control." + name, this, it -> value.applyAsDouble(it.rooms))
                .description(description)
                .register(registry);
    }

    private void roomCounter(
            String name, String description, ToDoubleFunction<ControlStatistics> value) {
        FunctionCounter.builder(
                        "freshet.control." + name, this, it -> value.applyAsDouble(it.rooms))
                .description(description)
                .register(registry);
    }

    private void mediaGauge(
            String name, String description, String unit, ToDoubleFunction<MediaStatistics> value) {
        var gauge =
                Gauge.builder("freshet.media." + name, this, it -> value.applyAsDouble(it.packets))
                        .description(description);
        if (!unit.isEmpty()) {
            gauge.baseUnit(unit);
        }
        gauge.register(registry);
    }

    private void mediaCounter(
            String name, String description, ToDoubleFunction<MediaStatistics> value) {
        FunctionCounter.builder(
                        "freshet.media." + name, this, it -> value.applyAsDouble(it.packets))
                .description(description)
                .register(registry);
    }
}

package io.freshet.server.app;

import io.freshet.media.ice.IceConfig;
import io.freshet.media.io.MediaConfig;
import io.freshet.media.io.MediaNode;
import io.freshet.server.address.TrustedProxies;
import io.freshet.server.console.AuditLog;
import io.freshet.server.console.ConsoleSessions;
import io.freshet.server.control.ControlConfig;
import io.freshet.server.control.ControlPlane;
import io.freshet.server.gateway.Gateway;
import io.freshet.server.gateway.GatewayConfig;
import io.freshet.server.gateway.Readiness;
import io.freshet.server.gateway.console.ConsoleRoutes;
import io.freshet.server.gateway.http.ClientAddress;
import io.freshet.server.operation.LiveViews;
import io.freshet.server.operation.Operation;
import io.freshet.server.operation.Operations;
import io.freshet.server.project.FirstStart;
import io.freshet.server.project.ForbidRuleStore;
import io.freshet.server.project.ProjectStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/// Constructs everything and takes it down again; the only class that does.
///
/// Start: database and media plane at the same time (each takes some hundred milliseconds), then
/// the room service on both, then the doors. Stop: the doors say "stopping", clients are told,
/// WebSockets end, media ends, the database closes.
final class Wiring {
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    /// Clients come back after a restart's time, spread by their own jitter.
    private static final int RETRY_AFTER_MS = 2000;

    private final ProjectStore projects;
    private final Bookkeeping bookkeeping;
    private final MediaNode media;
    private final ControlPlane control;
    private final ControlTimer timer;
    private final Gateway gateway;
    private final Readiness readiness;
    private final RunningServerFile runningServer;
    private final NodeProbe probe;
    private final TokenIssuer tokens;
    private final Optional<FirstStart> firstStart;

    private Wiring(
            ProjectStore projects,
            Bookkeeping bookkeeping,
            MediaNode media,
            ControlPlane control,
            ControlTimer timer,
            Gateway gateway,
            Readiness readiness,
            RunningServerFile runningServer,
            NodeProbe probe,
            TokenIssuer tokens,
            Optional<FirstStart> firstStart) {
        this.projects = projects;
        this.bookkeeping = bookkeeping;
        this.media = media;
        this.control = control;
        this.timer = timer;
        this.gateway = gateway;
        this.readiness = readiness;
        this.runningServer = runningServer;
        this.probe = probe;
        this.tokens = tokens;
        this.firstStart = firstStart;
    }

    /// Starts the server; it is ready when this returns.
    ///
    /// @throws StartException with a sentence for the operator
    static Wiring start(Configuration configuration) throws StartException, InterruptedException {
        var random = new SecureRandom();
        var projectsTask =
                new FutureTask<>(() -> ProjectStore.open(configuration.dataDirectory(), random));
        Thread.ofPlatform().daemon().name("start-projects").start(projectsTask);
        MediaNode media;
        try {
            media = MediaNode.start(mediaConfig(configuration));
        } catch (IOException e) {
            closeQuietly(projectsTask);
            throw new StartException("Media cannot start: " + e.getMessage(), e);
        }
        try {
            return start(configuration, random, projectsTask.get(), media);
        } catch (ExecutionException e) {
            media.close();
            String message = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
            throw new StartException(message, e);
        } catch (IOException e) {
            media.close();
            closeQuietly(projectsTask);
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Wiring start(
            Configuration configuration,
            SecureRandom random,
            ProjectStore projects,
            MediaNode media)
            throws IOException {
        var clock = new SystemClock();
        var bookkeeping = Bookkeeping.start(configuration, projects, clock, random);
        try {
            return start(configuration, random, projects, bookkeeping, media, clock);
        } catch (IOException | RuntimeException e) {
            bookkeeping.stop();
            throw e;
        }
    }

    private static Wiring start(
            Configuration configuration,
            SecureRandom random,
            ProjectStore projects,
            Bookkeeping bookkeeping,
            MediaNode media,
            SystemClock clock)
            throws IOException {
        var readiness = new Readiness();
        var control =
                new ControlPlane(
                        controlConfig(configuration),
                        projects,
                        new MediaPlaneAdapter(media),
                        clock,
                        random,
                        bookkeeping.observer(),
                        new ForbidRuleStore(projects.database()));
        var meters = new Meters(control::statistics, media::statistics);
        meters.bindForbids(control.operations().forbids()::statistics);
        meters.bindCallbacks(bookkeeping.callbacks()::statistics);
        meters.bindUsage(bookkeeping.recorder()::statistics);
        // Known once the gateway listens, and not asked before.
        var httpPort = new AtomicInteger(configuration.http().port());
        var tokens =
                new TokenIssuer(
                        projects, () -> configuration.pageUrl(httpPort.get()), clock, random);
        String adminKey = AdminKey.readOrCreate(configuration.dataDirectory(), random);
        var audit = new AuditLog(projects.database());
        var sessions = new ConsoleSessions(random);
        List<Operation> table = new ArrayList<>();
        table.addAll(
                Operations.onDatabase(
                        projects,
                        bookkeeping.settings(),
                        bookkeeping.usage(),
                        audit,
                        new Operations.Effects(bookkeeping.recorder()::flush, sessions::closeAll)));
        var probe =
                new NodeProbe(
                        configuration.dataDirectory(),
                        media,
                        control,
                        bookkeeping,
                        readiness,
                        clock);
        table.addAll(
                Operations.onServer(
                        projects,
                        new Operations.Running(
                                control.operations(), probe.quality(), probe::state, tokens)));
        var operations = new Operations(table, tokens, audit, Instant::now);
        var console =
                new ConsoleRoutes(
                        new ConsoleRoutes.Services(
                                new ClientAddress(
                                        new TrustedProxies(configuration.http().trustedProxies())),
                                sessions,
                                new StoredPasswords(projects.consoleAccounts()),
                                audit,
                                operations,
                                new LiveViews(
                                        projects,
                                        control.operations(),
                                        probe.quality(),
                                        probe::state),
                                ConsoleRoutes.Services.PATIENCE));
        var services =
                new Gateway.Services(
                        control, readiness, meters::scrape, adminKey, operations, console);
        Gateway gateway = Gateway.start(gatewayConfig(configuration), services);
        httpPort.set(gateway.port());
        meters.bindGateway(gateway);
        meters.bindConsole(console::statistics);
        var timer = new ControlTimer(control, clock);
        var runningServer = new RunningServerFile(configuration.dataDirectory());
        runningServer.write(configuration.http().bind(), gateway.port());
        // Last: what it makes is shown once, so nothing after it may fail.
        var firstStart = projects.createDemoIfEmpty(Instant.now());
        var buffers = media.statistics();
        LOG.log(
                System.Logger.Level.INFO,
                "media on udp {0,number,#}, socket buffers: receive {1} bytes, send {2} bytes",
                media.port(),
                buffers.receiveBufferBytes(),
                buffers.sendBufferBytes());
        probe.start();
        readiness.onStarted();
        return new Wiring(
                projects,
                bookkeeping,
                media,
                control,
                timer,
                gateway,
                readiness,
                runningServer,
                probe,
                tokens,
                firstStart);
    }

    int httpPort() {
        return gateway.port();
    }

    int mediaPort() {
        return media.port();
    }

    TokenIssuer tokens() {
        return tokens;
    }

    /// What the first start made; empty on every later one.
    Optional<FirstStart> firstStart() {
        return firstStart;
    }

    /// Stops in order. Does not throw: what fails is logged, the rest goes on.
    void stop(Duration deadline) {
        LOG.log(System.Logger.Level.INFO, "stopping");
        readiness.onStopping();
        control.stop("The server is stopping.", RETRY_AFTER_MS);
        try {
            gateway.stop(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the gateway did not stop properly", e);
        }
        timer.stop();
        probe.stop();
        media.close();
        bookkeeping.stop();
        projects.close();
        runningServer.delete();
        LOG.log(System.Logger.Level.INFO, "stopped");
    }

    private static void closeQuietly(FutureTask<ProjectStore> task) throws InterruptedException {
        try {
            task.get().close();
        } catch (ExecutionException e) {
            // It did not open; the start fails for another reason already.
            LOG.log(System.Logger.Level.DEBUG, "the database did not open either", e);
        }
    }

    static MediaConfig mediaConfig(Configuration configuration) {
        var media = configuration.media();
        return MediaConfig.builder()
                .bind(new InetSocketAddress(media.bind(), media.port()))
                .advertisedAddresses(media.advertise())
                .advertisedPort(media.advertisePort())
                .advertiseLoopback(media.advertiseLoopback())
                .maxTransports(media.maxTransports())
                .connectTimeout(media.connectTimeout())
                .ice(
                        new IceConfig(
                                media.interruptedAfter(),
                                media.endedAfter(),
                                IceConfig.DEFAULT.maxAddresses()))
                .build();
    }

    static ControlConfig controlConfig(Configuration configuration) {
        var rooms = configuration.rooms();
        var timing = ControlConfig.Timing.withHeartbeatTimeout(rooms.heartbeatTimeout());
        var bounds = ControlConfig.Bounds.defaults();
        return new ControlConfig(
                new ControlConfig.Timing(
                        timing.heartbeatInterval(),
                        timing.heartbeatTimeout(),
                        timing.helloTimeout(),
                        rooms.userCountInterval(),
                        rooms.tokenWarning(),
                        rooms.publisherGrace()),
                new ControlConfig.Bounds(
                        configuration.http().maxConnections(),
                        rooms.maxRooms(),
                        rooms.maxUsersPerRoom(),
                        rooms.perClient().rooms(),
                        rooms.perClient().streams(),
                        rooms.perClient().plays(),
                        bounds.maxPendingRequests(),
                        rooms.requestsPerSecond(),
                        rooms.requestBurst(),
                        rooms.maxHttpSessions(),
                        rooms.eventLogLength()),
                rooms.fanout(),
                rooms.rates());
    }

    static GatewayConfig gatewayConfig(Configuration configuration) {
        var http = configuration.http();
        var signalling = configuration.signalling();
        return new GatewayConfig(
                http.bind(),
                http.port(),
                http.maxHeaderBytes(),
                http.maxConnections(),
                http.idleTimeout(),
                http.requestsPerSecond(),
                http.requestBurst(),
                signalling.maxQueuedMessages(),
                signalling.pingInterval(),
                signalling.silenceTimeout(),
                new TrustedProxies(http.trustedProxies()),
                new HashSet<>(signalling.allowedOrigins()));
    }
}

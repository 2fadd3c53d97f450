package io.freshet.server.app;

import io.freshet.server.console.Administration;
import io.freshet.server.project.FirstStart;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `freshet up`: runs the server until it is told to stop.
@Command(
        name = "up",
        description = "Start the server; SIGTERM or Ctrl-C stops it gracefully.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {
    private static final System.Logger LOG = System.getLogger(UpCommand.class.getName());
    private static final double MS_PER_S = 1000;
    private static final Duration LINK_VALIDITY = Duration.ofHours(24);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file; deploy/freshet.yaml explains every key.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where projects and accounts are kept (default: freshet-data).")
    private @Nullable Path data;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "TCP port of page, signalling, WHIP and WHEP (default: 8080).")
    private @Nullable Integer httpPort;

    @Option(
            names = "--media-port",
            paramLabel = "N",
            description = "UDP port of all media (default: 8080).")
    private @Nullable Integer mediaPort;

    @Option(
            names = "--advertise",
            paramLabel = "ADDR",
            arity = "1..*",
            split = ",",
            description =
                    "Addresses under which clients reach this machine, if they are not its own:"
                            + " behind an address translation or in a container.")
    private List<String> advertise = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var overrides =
                new Configuration.Overrides(
                        Optional.ofNullable(data),
                        Optional.ofNullable(httpPort),
                        Optional.ofNullable(mediaPort),
                        advertise);
        var read = Configuration.read(Optional.ofNullable(config), System.getenv(), overrides);
        Configuration configuration = read.configuration();
        Logging.configure(configuration.logLevel());
        read.remarks().forEach(remark -> LOG.log(System.Logger.Level.WARNING, remark));
        Wiring server = Wiring.start(configuration);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(server, configuration), "graceful-stop"));
        greet(configuration, server);
        new CountDownLatch(1).await();
        return 0;
    }

    /// Runs in the JVM's shutdown, whose exit code would be the signal's; a stop that was asked for
    /// is a success.
    @SuppressWarnings("SystemExitOutsideMain")
    private static void stop(Wiring server, Configuration configuration) {
        Duration deadline = configuration.shutdownDeadline();
        var stopping = Thread.ofPlatform().daemon().name("stop").start(() -> server.stop(deadline));
        try {
            // Clients have the deadline; closing files and sockets afterwards has a second.
            if (!stopping.join(deadline.plusSeconds(1))) {
                LOG.log(System.Logger.Level.WARNING, "the deadline is over: stopped hard");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private void greet(Configuration configuration, Wiring server)
            throws Administration.RefusedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.printf("  Freshet %s is ready after %s%n", Version.text(), startTime());
        out.println();
        String url = configuration.pageUrl(server.httpPort());
        row(out, "page, WHIP, WHEP", url + "/");
        row(out, "console", url + "/console/");
        row(out, "SDK server address", url.replaceFirst("^http", "ws"));
        row(
                out,
                "listening on",
                "tcp "
                        + at(configuration.http().bind().getHostAddress(), server.httpPort())
                        + ", udp "
                        + at(configuration.media().bind().getHostAddress(), server.mediaPort()));
        row(out, "health, metrics", url + "/readyz, " + url + "/metrics");
        row(out, "data directory", configuration.dataDirectory().toAbsolutePath().toString());
        out.println();
        Optional<FirstStart> first = server.firstStart();
        if (first.isPresent()) {
            greetFirst(out, first.get(), server);
        } else {
            out.println("  Make a link or a token: ./freshet token --user alice --link");
        }
        out.println();
        out.flush();
    }

    /// Since the virtual machine began, as in `1.9 s`. What the system tells of a process's start
    /// may be off by a second.
    private static String startTime() {
        long startMs = ManagementFactory.getRuntimeMXBean().getStartTime();
        return String.format(
                Locale.ROOT, "%.1f s", (System.currentTimeMillis() - startMs) / MS_PER_S);
    }

    private static void greetFirst(PrintWriter out, FirstStart first, Wiring server)
            throws Administration.RefusedException {
        out.println(
                "  First start: a demo project was made. Keep these, they are not shown again:");
        out.println();
        row(out, "AppID", Long.toString(first.project().appId()));
        row(out, "AppSign", first.project().appSign());
        row(out, "ServerSecret", first.project().serverSecret());
        row(out, "CallbackSecret", first.project().callbackSecret());
        row(out, "console account", first.consoleUser() + " / " + first.consolePassword());
        out.println();
        out.println("  Open this in a browser and press Publish:");
        out.println();
        out.println("  " + link(server, first.project().appId(), "host"));
        out.println();
        out.println("  And this beside it to watch (both hold for 24 hours):");
        out.println();
        out.println("  " + link(server, first.project().appId(), "guest"));
    }

    private static String link(Wiring server, long appId, String userId)
            throws Administration.RefusedException {
        return server.tokens()
                .issueToken(new Administration.TokenOrder(appId, userId, "", true, LINK_VALIDITY))
                .link();
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf("  %-20s %s%n", name, value);
    }

    private static String at(String address, int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
}

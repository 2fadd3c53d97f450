package io.freshet.bench;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `freshet demo`: a server, a host and viewers, each a process of its own, and the delay between
/// them.
@Command(
        name = "demo",
        description =
                "Publish a moving picture from one process, play it in others through a server, and"
                        + " show the delay from glass to glass.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final int QUICK_JOINS = 5;
    private static final int JOINS = 9;

    @Option(
            names = "--input",
            paramLabel = "FILE.y4m",
            description =
                    "Publish this file (8-bit 4:2:0 YUV4MPEG2) instead of a generated picture.")
    private @Nullable Path input;

    @Option(
            names = "--audio",
            paramLabel = "FILE.wav",
            description = "Publish this sound (16-bit PCM) instead of a tone.")
    private @Nullable Path audio;

    @Option(
            names = "--viewers",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many viewers, each a JVM of its own (default: 1).")
    private int viewers;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Picture.Converter.class,
            defaultValue = "1280x720",
            description = "Size of the generated picture (default: 1280x720).")
    private Picture size = new Picture(1280, 720);

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "30",
            description = "Frames a second of the generated picture (default: 30).")
    private double fps;

    @Option(
            names = "--bitrate",
            paramLabel = "KBPS",
            defaultValue = "2000",
            description = "Highest video bitrate in kbit/s (default: 2000).")
    private int bitrate;

    @Option(
            names = "--codec",
            paramLabel = "CODEC",
            defaultValue = "h264",
            description = "h264 or vp8 (default: h264).")
    private String codec = "h264";

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "ONLY_L3",
            description = "How viewers play: ONLY_L3, ONLY_RTC or DEFAULT (default: ONLY_L3).")
    private String mode = "ONLY_L3";

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Seconds.class,
            defaultValue = "30s",
            description = "How long to measure, as in 30s or 10m (default: 30s).")
    private Duration duration = Duration.ofSeconds(30);

    @Option(names = "--quick", description = "Measure for 10 s only.")
    private boolean quick;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the figures to this file.")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    @SuppressWarnings("SystemConsoleNull") // Never null on this JDK, but annotated so.
    public Integer call() throws DemoException, IOException {
        check();
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        Screen screen = new Screen(spec.commandLine().getOut(), terminal);
        Demo demo = new Demo(screen, publisherArguments(), mode, viewers);
        Thread stop = new Thread(demo::stop, "demo-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            DemoFigures figures =
                    demo.run(Jvms.home(), quick ? QUICK_JOINS : JOINS, quick ? QUICK : duration);
            demo.stop();
            screen.say("");
            figures.summary().forEach(screen::say);
            if (json != null) {
                Files.writeString(json, figures.json(Machine.describe()).toString(2) + "\n");
            }
        } finally {
            demo.stop();
        }
        return 0;
    }

    private void check() throws DemoException, IOException {
        if (viewers < 1 || viewers > 100) {
            throw new DemoException("--viewers must be from 1 to 100");
        }
        if (!(fps >= 1 && fps <= 120)) {
            throw new DemoException("--fps must be from 1 to 120");
        }
        if (bitrate < 30 || bitrate > 50_000) {
            throw new DemoException("--bitrate must be from 30 to 50000 kbit/s");
        }
        if (!codec.equals("h264") && !codec.equals("vp8")) {
            throw new DemoException("--codec must be h264 or vp8");
        }
        if (!List.of("ONLY_L3", "ONLY_RTC", "DEFAULT").contains(mode)) {
            throw new DemoException("--mode must be ONLY_L3, ONLY_RTC or DEFAULT");
        }
        // Found out here, the message is not buried in a child's.
        if (input != null) {
            try (Y4mReader reader = Y4mReader.open(input)) {
                if (reader.width() < Timecode.MIN_WIDTH) {
                    throw new DemoException(input + " is too small to draw a timecode into");
                }
            } catch (IOException unusable) {
                throw new DemoException(sentence(unusable), unusable);
            }
        }
        if (audio != null) {
            try {
                WavReader _ = WavReader.open(audio);
            } catch (IOException unusable) {
                throw new DemoException(sentence(unusable), unusable);
            }
        }
    }

    private static String sentence(IOException failure) {
        return failure instanceof java.nio.file.NoSuchFileException
                ? "there is no file " + failure.getMessage()
                : String.valueOf(failure.getMessage());
    }

    private List<String> publisherArguments() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "publisher",
                                "--size=" + size,
                                "--fps=" + fps,
                                "--bitrate=" + bitrate,
                                "--codec=" + codec));
        if (input != null) {
            arguments.add("--input=" + input);
        }
        if (audio != null) {
            arguments.add("--audio=" + audio);
        }
        return arguments;
    }
}

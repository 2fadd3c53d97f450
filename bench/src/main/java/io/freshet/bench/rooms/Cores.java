package io.freshet.bench.rooms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Gives the server a core of its own and this process the others, where Linux's `taskset` is there
/// and cores are more than one.
///
/// @param one what a command on the server's core begins with
/// @param all what a command on every core begins with, which is else on those of this process
record Cores(List<String> one, List<String> all, String sentence) {
    private static final String ALLOWED = "Cpus_allowed_list:";

    Cores {
        one = List.copyOf(one);
        all = List.copyOf(all);
    }

    static Cores divide() {
        List<Integer> allowed = allowed();
        if (allowed.size() < 2) {
            return undivided("The server shares the cores with its clients.");
        }
        int ofServer = allowed.getFirst();
        String others =
                allowed.stream().skip(1).map(String::valueOf).collect(Collectors.joining(","));
        try {
            Process own =
                    new ProcessBuilder(
                                    "taskset",
                                    "-a",
                                    "-p",
                                    "-c",
                                    others,
                                    Long.toString(ProcessHandle.current().pid()))
                            .redirectErrorStream(true)
                            .start();
            long _ = own.getInputStream().transferTo(OutputStream.nullOutputStream());
            if (own.waitFor() == 0) {
                return new Cores(
                        List.of("taskset", "-c", Integer.toString(ofServer)),
                        List.of("taskset", "-c", ofServer + "," + others),
                        "The server has core " + ofServer + ", its clients " + others + ".");
            }
        } catch (IOException missing) {
            return undivided("Without taskset the server uses every core.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return undivided("The cores could not be divided.");
    }

    private static Cores undivided(String sentence) {
        return new Cores(List.of(), List.of(), sentence);
    }

    /// Numbers of the cores that this process may use.
    private static List<Integer> allowed() {
        try {
            String ranges =
                    Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith(ALLOWED))
                            .map(line -> line.substring(ALLOWED.length()).strip())
                            .findFirst()
                            .orElse("");
            return numbers(ranges);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    /// As in 0-2,5.
    static List<Integer> numbers(String ranges) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : ranges.split(",", -1)) {
            if (range.matches("\\d+(-\\d+)?")) {
                String[] ends = range.split("-", 2);
                int last = Integer.parseInt(ends[ends.length - 1]);
                for (int n = Integer.parseInt(ends[0]); n <= last; n++) {
                    numbers.add(n);
                }
            }
        }
        return numbers;
    }
}

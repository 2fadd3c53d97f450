package io.freshet.server.app;

import io.freshet.server.address.AddressBlock;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Turns the text of a setting into its value.
interface ValueReader<T> {
    T read(List<String> texts) throws BadValueException;

    interface Single<T> {
        T read(String text) throws BadValueException;
    }

    /// The message says what was expected, as in `must be a port number from 0 to 65535`.
    final class BadValueException extends Exception {
        private static final long serialVersionUID = 1L;

        BadValueException(String message) {
            super(message);
        }
    }

    Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB)");
    Map<String, Long> DURATION_UNITS_MS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    Map<String, Long> SIZE_UNITS_BYTES =
            Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    static Single<Integer> integer(int least, int most) {
        return text -> {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below in the terms of the setting.
            }
            throw new BadValueException("must be a whole number from " + least + " to " + most);
        };
    }

    static Single<Duration> duration(Duration least, Duration most) {
        return text -> {
            var matcher = DURATION.matcher(text.strip());
            if (!matcher.matches()) {
                throw new BadValueException(
                        "must be a whole number with a unit: ms, s, m, h or d, as in 250ms or 20m");
            }
            var unitMs = DURATION_UNITS_MS.getOrDefault(matcher.group(2), 1L);
            var value = Duration.ofMillis(Long.parseLong(matcher.group(1)) * unitMs);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new BadValueException("must be from " + text(least) + " to " + text(most));
            }
            return value;
        };
    }

    static Single<Integer> bytes(int least, int most) {
        return text -> {
            var matcher = SIZE.matcher(text.strip());
            if (!matcher.matches()) {
                throw new BadValueException(
                        "must be a whole number with a unit: B, KiB, MiB or GiB, as in 64KiB");
            }
            long value =
                    Long.parseLong(matcher.group(1))
                            * SIZE_UNITS_BYTES.getOrDefault(matcher.group(2), 1L);
            if (value < least || value > most) {
                throw new BadValueException("must be from " + least + "B to " + most + "B");
            }
            return (int) value;
        };
    }

    static Boolean flag(String text) throws BadValueException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes" -> true;
            case "false", "off", "no" -> false;
            default -> throw new BadValueException("must be true or false");
        };
    }

    static Path path(String text) throws BadValueException {
        if (text.isBlank()) {
            throw new BadValueException("must not be empty");
        }
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException e) {
            throw new BadValueException("is not a path this system can use: " + e.getReason());
        }
    }

    /// A literal address: names are not looked up, so that a start never waits for a DNS server.
    static InetAddress address(String text) throws BadValueException {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            throw new BadValueException("must be an IPv4 or IPv6 address, as in 192.0.2.1");
        }
    }

    static AddressBlock addressBlock(String text) throws BadValueException {
        return AddressBlock.parse(text.strip())
                .orElseThrow(() ->
                        new BadValueException(
                                "must be an address or a block of addresses, as in 10.0.0.0/8"));
    }

    static String origin(String text) throws BadValueException {
        try {
            var uri = new URI(text.strip());
            boolean bare =
                    (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                            && uri.getRawQuery() == null;
            if (uri.getScheme() != null && uri.getRawAuthority() != null && bare) {
                return text.strip();
            }
        } catch (URISyntaxException e) {
            // Said below in the terms of the setting.
        }
        throw new BadValueException("must be an origin, as in https://live.example.org");
    }

    static String httpUrl(String text) throws BadValueException {
        if (text.isBlank()) {
            return "";
        }
        try {
            var uri = new URI(text.strip());
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null) {
                var url = text.strip();
                return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            }
        } catch (URISyntaxException e) {
            // Said below in the terms of the setting.
        }
        throw new BadValueException("must be empty or an http:// or https:// address");
    }

    static System.Logger.Level level(String text) throws BadValueException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "error" -> System.Logger.Level.ERROR;
            case "warning", "warn" -> System.Logger.Level.WARNING;
            case "info" -> System.Logger.Level.INFO;
            case "debug" -> System.Logger.Level.DEBUG;
            case "trace" -> System.Logger.Level.TRACE;
            default -> throw new BadValueException("must be error, warning, info, debug or trace");
        };
    }

    /// The shortest form the reader takes back.
    static String text(Duration duration) {
        long ms = duration.toMillis();
        if (ms == 0) {
            return "0s";
        }
        for (var unit : List.of("d", "h", "m", "s")) {
            long unitMs = DURATION_UNITS_MS.getOrDefault(unit, 1L);
            if (ms % unitMs == 0) {
                return ms / unitMs + unit;
            }
        }
        return ms + "ms";
    }
}

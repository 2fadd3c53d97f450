package io.freshet.bench;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Durations written as in 30s, 10m or 1h; a bare number is seconds.
final class Seconds implements ITypeConverter<Duration> {
    private static final int PER_MINUTE = 60;
    private static final int PER_HOUR = 3600;

    @Override
    public Duration convert(String text) {
        int factor =
                switch (text.isEmpty() ? ' ' : text.charAt(text.length() - 1)) {
                    case 'h' -> PER_HOUR;
                    case 'm' -> PER_MINUTE;
                    default -> 1;
                };
        boolean hasUnit = text.matches(".*[hms]");
        try {
            long number = Long.parseLong(hasUnit ? text.substring(0, text.length() - 1) : text);
            if (number > 0 && number <= 1_000_000) {
                return Duration.ofSeconds(number * factor);
            }
        } catch (NumberFormatException notANumber) {
            throw problem(text);
        }
        throw problem(text);
    }

    private static TypeConversionException problem(String text) {
        return new TypeConversionException("'" + text + "' is not a time such as 30s, 10m or 1h");
    }
}

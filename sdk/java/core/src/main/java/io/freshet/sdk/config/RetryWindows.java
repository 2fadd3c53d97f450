package io.freshet.sdk.config;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// How long the SDK tries again after a network failure before it gives up.
///
/// @param roomNs `advancedConfig` key `room_retry_time`, seconds; default 20 min
/// @param mediaNs key `av_retry_time`, seconds; default 20 min
public record RetryWindows(long roomNs, long mediaNs) {
    static final String ROOM_KEY = "room_retry_time";
    static final String MEDIA_KEY = "av_retry_time";
    static final long DEFAULT_S = 20 * 60;
    static final long MAX_S = 24 * 60 * 60;

    /// Values that are no number of seconds from 1 to 86,400 are named to `complaints` and replaced
    /// by the default.
    public static RetryWindows of(Map<String, String> advancedConfig, Consumer<String> complaints) {
        return new RetryWindows(
                windowNs(advancedConfig, ROOM_KEY, complaints),
                windowNs(advancedConfig, MEDIA_KEY, complaints));
    }

    private static long windowNs(
            Map<String, String> config, String key, Consumer<String> complaints) {
        String text = config.get(key);
        if (text == null) {
            return TimeUnit.SECONDS.toNanos(DEFAULT_S);
        }
        long seconds = 0;
        try {
            seconds = Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            // Answered below like any other value out of range.
        }
        if (seconds < 1 || seconds > MAX_S) {
            complaints.accept(
                    key + " must be seconds from 1 to " + MAX_S + ", not \"" + text + "\"");
            return TimeUnit.SECONDS.toNanos(DEFAULT_S);
        }
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}

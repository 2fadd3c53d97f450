package io.freshet.server.console;

/// Counters of the console since its start, and what there is now.
///
/// @param loginsRefused wrong passwords
/// @param loginsLimited attempts that were not looked at, since there were too many
/// @param requestsRefused without a session, or changes that a foreign page may have caused
/// @param watching pages that get live numbers
public record ConsoleStatistics(
        int sessions,
        long loginsAccepted,
        long loginsRefused,
        long loginsLimited,
        long requestsRefused,
        int watching) {}

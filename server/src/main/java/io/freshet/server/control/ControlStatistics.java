package io.freshet.server.control;

/// Counters of the room service at one moment; those named in the past tense only grow.
///
/// @param eventsSent room events handed to clients, each counted once for each receiver
/// @param catchUps clients that were too slow and got what they missed later
/// @param snapshotsSent catch-ups and resumes that needed a snapshot
public record ControlStatistics(
        int connections,
        int rooms,
        int users,
        int streams,
        int plays,
        int httpSessions,
        long loginsAccepted,
        long loginsRefused,
        long resumesAccepted,
        long kicks,
        long heartbeatTimeouts,
        long requestsReceived,
        long requestsRefused,
        long eventsLogged,
        long eventsSent,
        long catchUps,
        long snapshotsSent) {}

package io.freshet.server.control;

/// What is forbidden at one moment, over all AppIDs, and how often that was met; those named in the
/// past tense only grow.
///
/// @param loginsRefused and removals of those who were in
public record ForbidStatistics(
        int userRules,
        int streamRules,
        int forbiddenStreams,
        long loginsRefused,
        long publishesRefused,
        long playsRefused) {}

package io.freshet.server.callback;

/// Counters of the callbacks at one moment; those named in the past tense only grow.
///
/// @param waiting in the outbox, with those being sent
/// @param attemptsFailed of them, `refusedAddresses` were not even tried
/// @param dropped the outbox was full, or the server too busy to write them down
/// @param givenUp after the last retry, or because the project has no address for them any more
public record CallbackStatistics(
        int waiting,
        int inFlight,
        long noted,
        long delivered,
        long attemptsFailed,
        long refusedAddresses,
        long givenUp,
        long dropped,
        long storeFailures) {}

package io.freshet.server.callback;

import java.time.Duration;

/// How callbacks are sent.
///
/// @param allowPrivateAddresses also to loopback and private networks
/// @param timeout of one attempt
/// @param maxInFlight at a time; of one project a quarter
/// @param maxWaiting kept in the outbox; with more the oldest are dropped
public record CallbackConfig(
        boolean allowPrivateAddresses, Duration timeout, int maxInFlight, int maxWaiting) {}

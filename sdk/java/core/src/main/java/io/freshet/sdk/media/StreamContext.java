package io.freshet.sdk.media;

import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.signal.ReconnectPolicy;
import io.freshet.sdk.signal.Signalling;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// What all streams of an engine share.
///
/// @param retryWindowNs how long a stream is tried again; asked anew for each
/// @param maySend whether requests of a room may be sent now
public record StreamContext(
        SdkLoop loop,
        Signalling signalling,
        ReconnectPolicy pauses,
        LongSupplier retryWindowNs,
        Predicate<String> maySend) {}

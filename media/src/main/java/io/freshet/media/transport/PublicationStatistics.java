package io.freshet.media.transport;

import io.freshet.media.forward.SubscriptionStatistics;
import io.freshet.media.forward.TrackStatistics;
import java.util.List;

/// How one published stream comes in and goes out.
///
/// @param transportId the publisher's
public record PublicationStatistics(
        long transportId, List<TrackStatistics> tracks, List<Viewer> viewers) {
    public PublicationStatistics {
        tracks = List.copyOf(tracks);
        viewers = List.copyOf(viewers);
    }

    /// One of its viewers.
    public record Viewer(long transportId, SubscriptionStatistics counters) {}
}

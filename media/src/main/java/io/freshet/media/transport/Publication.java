package io.freshet.media.transport;

import io.freshet.media.forward.PublishedStream;
import java.util.ArrayList;
import java.util.List;

/// A published stream and who plays it. Outlives its publisher's transport while it has viewers, so
/// that they can be moved to the stream of a host that comes back.
final class Publication {
    final long id;
    final PublishedStream stream;
    final List<RoutedPeer> viewers = new ArrayList<>();

    /// The publisher's transport is gone.
    boolean orphaned;

    Publication(long id, PublishedStream stream) {
        this.id = id;
        this.stream = stream;
    }
}

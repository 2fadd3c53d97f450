package io.freshet.sdk.media;

import java.util.HashSet;
import java.util.Set;

/// What the app was told of one stream's media: firsts once, a size again when it comes back after
/// another.
public final class ToldMedia {
    private final Set<MediaPath.MediaEvent> told = new HashSet<>();

    /// Whether the app is to be told; notes that it was.
    public boolean add(MediaPath.MediaEvent event) {
        if (!told.add(event)) {
            return false;
        }
        if (event instanceof MediaPath.MediaEvent.VideoSize) {
            told.removeIf(other ->
                    other instanceof MediaPath.MediaEvent.VideoSize && !other.equals(event));
        }
        return true;
    }
}

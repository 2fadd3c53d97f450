package io.freshet.server.control;

import io.freshet.server.control.MediaPlane.TransportId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the publisher of a stream id and its players meet. One for each stream id of an AppID that
/// anybody publishes, plays or waits for; reached through [StreamHubs] only, which holds its lock.
final class StreamHub {
    /// Who has the stream id; null while nobody publishes it.
    @Nullable Publication publication;

    /// What players are connected to; null until the publisher's first answer, and while its
    /// transport has ended and a new one is awaited.
    @Nullable TransportId live;

    final Set<Play> plays = new LinkedHashSet<>();

    /// Players that asked while nothing was live.
    final Set<Player> waiting = new LinkedHashSet<>();

    boolean isUnused() {
        return publication == null && plays.isEmpty() && waiting.isEmpty();
    }

    List<Player> takeWaiting() {
        List<Player> taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }

    void end(Play play) {
        play.over = true;
        plays.remove(play);
    }

    /// Ends all plays because the publisher is gone.
    List<Play> takePlays() {
        List<Play> taken = new ArrayList<>(plays);
        plays.clear();
        for (Play play : taken) {
            play.over = true;
            play.publisherGone = true;
        }
        return taken;
    }
}

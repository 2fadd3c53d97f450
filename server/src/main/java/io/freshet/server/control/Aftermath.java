package io.freshet.server.control;

import io.freshet.server.control.MediaPlane.TransportId;
import java.util.ArrayList;
import java.util.List;

/// What a change under a lock leaves to be done without it. One thread.
final class Aftermath {
    private final List<TransportId> closing = new ArrayList<>();
    private final List<Runnable> notices = new ArrayList<>();

    void close(TransportId transport) {
        closing.add(transport);
    }

    void notice(Runnable notice) {
        notices.add(notice);
    }

    void run(MediaPlane media) {
        for (TransportId transport : closing) {
            media.close(transport);
        }
        for (Runnable notice : notices) {
            notice.run();
        }
    }
}

package io.freshet.media.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransportEventsTest {
    private final List<String> told = new ArrayList<>();
    private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    private final TransportEvents events =
            new TransportEvents(
                    7,
                    new MediaNode.Listener() {
                        @Override
                        public void onConnected(long transportId) {
                            told.add("connected " + transportId);
                        }

                        @Override
                        public void onInterrupted(long transportId) {
                            told.add("interrupted " + transportId);
                        }

                        @Override
                        public void onEnded(long transportId, String reason) {
                            told.add("ended " + transportId + ": " + reason);
                        }

                        @Override
                        public void onPicture(long transportId, int width, int height) {
                            told.add("picture " + transportId + ": " + width + "x" + height);
                        }
                    },
                    queue::add);

    private void deliver() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    @Test
    void tellsEachChange() {
        events.onConnected();
        deliver();
        events.onInterrupted();
        deliver();
        events.onConnected();
        deliver();
        events.onEnded("why");
        deliver();

        assertThat(told)
                .containsExactly("connected 7", "interrupted 7", "connected 7", "ended 7: why");
    }

    @Test
    void aSlowListenerHasOneCallQueuedAndMissesWhatIsOver() {
        events.onConnected();
        events.onInterrupted();
        events.onConnected();
        assertThat(queue).hasSize(1);
        deliver();
        events.onInterrupted();
        events.onConnected();
        deliver();

        assertThat(told).containsExactly("connected 7");
    }

    @Test
    void tellsTheNewestPictureOnceBesidesTheState() {
        events.onConnected();
        events.onPicture(640, 360);
        events.onPicture(1280, 720);
        assertThat(queue).hasSize(1);
        deliver();
        events.onPicture(1280, 720);
        deliver();
        events.onPicture(0, 0);
        deliver();

        assertThat(told).containsExactly("picture 7: 1280x720", "connected 7", "picture 7: 0x0");
    }

    @Test
    void theEndIsNeverMissed() {
        events.onConnected();
        events.onEnded("why");
        deliver();
        deliver();

        assertThat(told).containsExactly("ended 7: why");
    }

    @Test
    void nothingIsToldOnceCancelled() {
        events.onConnected();
        events.cancel();
        deliver();
        events.onEnded("why");
        deliver();

        assertThat(told).isEmpty();
    }
}

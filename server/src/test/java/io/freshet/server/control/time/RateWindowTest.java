package io.freshet.server.control.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RateWindowTest {
    private static final long MS = 1_000_000L;

    @Test
    void letsSoManyThroughInAnySecondWhereverItBegins() {
        RateWindow window = new RateWindow(2);

        assertThat(window.tryTake(-5 * MS)).isTrue();
        assertThat(window.tryTake(700 * MS)).isTrue();
        assertThat(window.tryTake(994 * MS)).isFalse();
        assertThat(window.tryTake(995 * MS)).isTrue();
        assertThat(window.tryTake(1_699 * MS)).isFalse();
        assertThat(window.tryTake(1_700 * MS)).isTrue();
    }

    @Test
    void lookingTakesNothing() {
        RateWindow window = new RateWindow(1);

        assertThat(window.hasRoom(0)).isTrue();
        assertThat(window.hasRoom(0)).isTrue();
        assertThat(window.tryTake(0)).isTrue();
        assertThat(window.hasRoom(1)).isFalse();
    }
}

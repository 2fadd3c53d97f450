package io.freshet.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsoleSessionsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long IDLE = ConsoleSessions.IDLE.toNanos();
    private static final long LIFETIME = ConsoleSessions.LIFETIME.toNanos();

    private final ConsoleSessions sessions = new ConsoleSessions(new Random(1));

    @Test
    void aCookieNamesItsSession() {
        var opened = sessions.open("admin", 0);
        assertThat(sessions.use(opened.cookie(), SECOND)).contains(opened.session());
        assertThat(sessions.use(opened.cookie() + "x", SECOND)).isEmpty();
        assertThat(sessions.use("", SECOND)).isEmpty();
        assertThat(sessions.use(opened.session().csrfToken(), SECOND)).isEmpty();
    }

    @Test
    void onlyItsOwnTokenIsTheTokenOfASession() {
        var one = sessions.open("admin", 0);
        var two = sessions.open("admin", 0);
        assertThat(one.session().isCsrfToken(one.session().csrfToken())).isTrue();
        assertThat(one.session().isCsrfToken(two.session().csrfToken())).isFalse();
        assertThat(one.session().isCsrfToken("")).isFalse();
        assertThat(one.session().isCsrfToken(one.cookie())).isFalse();
    }

    @Test
    void endsWhenItIsNotUsed() {
        String cookie = sessions.open("admin", 0).cookie();
        assertThat(sessions.use(cookie, IDLE - 1)).isPresent();
        assertThat(sessions.use(cookie, 2 * IDLE - 2)).isPresent();
        assertThat(sessions.use(cookie, 3 * IDLE)).isEmpty();
        // Not even if the clock were to go back.
        assertThat(sessions.use(cookie, IDLE)).isEmpty();
    }

    @Test
    void lookingOnIsNoUse() {
        String cookie = sessions.open("admin", 0).cookie();
        assertThat(sessions.isOpen(cookie, IDLE - 1)).isTrue();
        assertThat(sessions.isOpen(cookie, IDLE)).isFalse();
    }

    @Test
    void endsAtItsAgeHoweverMuchItIsUsed() {
        String cookie = sessions.open("admin", 0).cookie();
        for (long at = 0; at < LIFETIME; at += IDLE / 2) {
            assertThat(sessions.use(cookie, at)).as("at %d", at).isPresent();
        }
        assertThat(sessions.use(cookie, LIFETIME)).isEmpty();
    }

    @Test
    void logsOut() {
        String cookie = sessions.open("admin", 0).cookie();
        String other = sessions.open("admin", 0).cookie();
        sessions.close(cookie);
        assertThat(sessions.isOpen(cookie, 1)).isFalse();
        assertThat(sessions.isOpen(other, 1)).isTrue();
    }

    @Test
    void endsTheOthersOrAll() {
        String mine = sessions.open("admin", 0).cookie();
        String other = sessions.open("admin", 0).cookie();
        sessions.closeOthers(mine);
        assertThat(sessions.isOpen(mine, 1)).isTrue();
        assertThat(sessions.isOpen(other, 1)).isFalse();
        sessions.closeAll();
        assertThat(sessions.isOpen(mine, 1)).isFalse();
        assertThat(sessions.count(1)).isZero();
    }

    @Test
    void keepsABoundedNumberAndTheOnesInUse() {
        String used = sessions.open("admin", 0).cookie();
        String unused = sessions.open("admin", 0).cookie();
        Set<String> cookies = new HashSet<>();
        for (int i = 0; i < ConsoleSessions.MAX_SESSIONS - 1; i++) {
            assertThat(sessions.use(used, i)).isPresent();
            assertThat(cookies.add(sessions.open("admin", i).cookie())).isTrue();
        }
        assertThat(sessions.count(100)).isEqualTo(ConsoleSessions.MAX_SESSIONS);
        assertThat(sessions.isOpen(used, 100)).isTrue();
        assertThat(sessions.isOpen(unused, 100)).isFalse();
    }

    @Test
    void thoseThatAreOverMakeRoomFirst() {
        for (int i = 0; i < ConsoleSessions.MAX_SESSIONS; i++) {
            sessions.open("admin", 0);
        }
        sessions.open("admin", IDLE);
        assertThat(sessions.count(IDLE)).isEqualTo(1);
    }

    @Test
    void printsNoSecret() {
        var opened = sessions.open("admin", 0);
        assertThat(opened + " " + opened.session())
                .doesNotContain(opened.cookie())
                .doesNotContain(opened.session().csrfToken());
    }
}

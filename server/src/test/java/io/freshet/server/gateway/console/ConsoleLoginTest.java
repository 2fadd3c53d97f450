package io.freshet.server.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.freshet.server.console.Actor;
import io.freshet.server.console.AuditEntry;
import io.freshet.server.gateway.ConsoleBehind;
import io.helidon.http.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsoleLoginTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

    private final ConsoleBehind behind = new ConsoleBehind();
    private final ConsoleLogin login = new ConsoleLogin(behind, behind.sessions, behind.audit);
    private long nowNs = 1000 * SECOND;

    private ConsoleLogin.Moment now() {
        return new ConsoleLogin.Moment(nowNs, START.plusNanos(nowNs));
    }

    private Status tryOut(String address, String password) {
        try {
            login.login(new Actor("admin", address), password, now());
            return Status.OK_200;
        } catch (ConsoleRefusal e) {
            return e.status();
        }
    }

    @Test
    void anAddressThatGuessesHasToWait() {
        for (int i = 0; i < ConsoleLogin.ADDRESS_BURST; i++) {
            assertThat(tryOut("a", "x")).isEqualTo(Status.UNAUTHORIZED_401);
        }
        assertThat(tryOut("a", ConsoleBehind.PASSWORD)).isEqualTo(Status.TOO_MANY_REQUESTS_429);
        assertThat(tryOut("b", ConsoleBehind.PASSWORD)).isEqualTo(Status.OK_200);
        nowNs += 12 * SECOND;
        assertThat(tryOut("a", ConsoleBehind.PASSWORD)).isEqualTo(Status.OK_200);
        assertThat(tryOut("a", ConsoleBehind.PASSWORD)).isEqualTo(Status.TOO_MANY_REQUESTS_429);
        assertThat(login.refused.sum()).isEqualTo(ConsoleLogin.ADDRESS_BURST);
        assertThat(login.limited.sum()).isEqualTo(2);
        assertThat(login.accepted.sum()).isEqualTo(2);
    }

    @Test
    void manyAddressesHaveToWaitTogether() {
        for (int i = 0; i < ConsoleLogin.TOTAL_BURST; i++) {
            assertThat(tryOut("a" + i, "x")).isEqualTo(Status.UNAUTHORIZED_401);
        }
        assertThat(tryOut("other", "x")).isEqualTo(Status.TOO_MANY_REQUESTS_429);
        nowNs += SECOND;
        assertThat(tryOut("other", "x")).isEqualTo(Status.UNAUTHORIZED_401);
        assertThat(tryOut("another", "x")).isEqualTo(Status.TOO_MANY_REQUESTS_429);
    }

    @Test
    void everyAttemptThatWasLookedAtIsNoted() {
        tryOut("a", "x");
        tryOut("b", ConsoleBehind.PASSWORD);
        assertThat(behind.audit.entries(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action, AuditEntry::address)
                .containsExactly(tuple("login", "b"), tuple("login.refused", "a"));
    }

    @Test
    void changingThePasswordIsGuessingTooUnlessItIsRight() throws Exception {
        var opened = login.login(new Actor("admin", "a"), ConsoleBehind.PASSWORD, now());
        var actor = new Actor("admin", "z");
        for (int i = 0; i < ConsoleLogin.ADDRESS_BURST; i++) {
            assertThatThrownBy(() ->
                            login.changePassword(
                                    actor, opened.cookie(), "x", "long enough now", now()))
                    .isInstanceOf(ConsoleRefusal.class);
        }
        assertThatThrownBy(() ->
                        login.changePassword(
                                actor,
                                opened.cookie(),
                                ConsoleBehind.PASSWORD,
                                "long enough now",
                                now()))
                .hasMessageContaining("too many");
        nowNs += 60 * SECOND;
        login.changePassword(
                actor, opened.cookie(), ConsoleBehind.PASSWORD, "long enough now", now());
        assertThat(tryOut("b", "long enough now")).isEqualTo(Status.OK_200);
    }
}

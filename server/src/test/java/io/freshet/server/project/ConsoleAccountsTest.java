package io.freshet.server.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleAccountsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @TempDir Path directory;

    @Test
    void aNewPasswordTakesThePlaceOfTheOldOne() throws Exception {
        try (var store = ProjectStore.open(directory, new Random(1))) {
            String first = store.createDemoIfEmpty(NOW).orElseThrow().consolePassword();
            ConsoleAccounts accounts = store.consoleAccounts();

            accounts.setPassword(ConsoleAccounts.USER, "a password of my own", NOW);
            assertThat(accounts.isPassword(ConsoleAccounts.USER, first)).isFalse();
            assertThat(accounts.isPassword(ConsoleAccounts.USER, "a password of my own")).isTrue();

            String second = accounts.newPassword(ConsoleAccounts.USER, NOW);
            assertThat(second).matches("[a-z2-9]{20}").isNotEqualTo(first);
            assertThat(accounts.isPassword(ConsoleAccounts.USER, "a password of my own")).isFalse();
        }
        try (var store = ProjectStore.open(directory, new Random(2))) {
            assertThat(store.consoleAccounts().isPassword(ConsoleAccounts.USER, "a password"))
                    .isFalse();
        }
    }

    @Test
    void thereIsNoAccountWithoutAPassword() throws Exception {
        try (var store = ProjectStore.open(directory, new Random(1))) {
            ConsoleAccounts accounts = store.consoleAccounts();
            assertThat(accounts.isPassword(ConsoleAccounts.USER, "")).isFalse();
            assertThat(accounts.isPassword("nobody", "")).isFalse();
            String made = accounts.newPassword(ConsoleAccounts.USER, NOW);
            assertThat(accounts.isPassword(ConsoleAccounts.USER, made)).isTrue();
        }
    }
}

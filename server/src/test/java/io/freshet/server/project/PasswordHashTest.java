package io.freshet.server.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    /// PBKDF2-HMAC-SHA256 of "passwd" and "salt" with one round, RFC 7914 §11 (first 32 bytes).
    @Test
    void isPbkdf2() {
        var hash = PasswordHash.of("passwd", "salt".getBytes(StandardCharsets.US_ASCII), 1);
        assertThat(hash.hash())
                .isEqualTo("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
    }

    @Test
    void matchesItsPasswordOnly() {
        var hash = PasswordHash.of("secret", new byte[] {1, 2, 3}, 10);
        assertThat(hash.matches("secret")).isTrue();
        assertThat(hash.matches("Secret")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void theSaltMakesEqualPasswordsDiffer() {
        assertThat(PasswordHash.of("p", new byte[] {1}, 10).hash())
                .isNotEqualTo(PasswordHash.of("p", new byte[] {2}, 10).hash());
    }

    @Test
    void doesNotPrintItself() {
        var hash = PasswordHash.of("p", new byte[] {1}, 10);
        assertThat(hash.toString()).doesNotContain(hash.hash());
    }
}

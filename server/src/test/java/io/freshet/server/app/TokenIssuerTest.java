package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenVerdict;
import io.freshet.server.console.Administration;
import io.freshet.server.console.Administration.TokenOrder;
import io.freshet.server.control.ControlClock;
import io.freshet.server.project.ProjectRecord;
import io.freshet.server.project.ProjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {
    private static final long NOW_S = 1_700_000_000L;
    private static final Duration HOUR = Duration.ofHours(1);

    private static final class FixedClock implements ControlClock {
        @Override
        public long nowNs() {
            return 0;
        }

        @Override
        public long wallMs() {
            return NOW_S * 1000;
        }
    }

    @TempDir Path directory;

    private ProjectStore projects;
    private ProjectRecord demo;
    private TokenIssuer issuer;

    @BeforeEach
    void open() throws Exception {
        projects = ProjectStore.open(directory, new Random(1));
        demo = projects.createDemoIfEmpty(Instant.ofEpochSecond(NOW_S)).orElseThrow().project();
        issuer =
                new TokenIssuer(
                        projects, () -> "http://localhost:8080", new FixedClock(), new Random(2));
    }

    @AfterEach
    void close() {
        projects.close();
    }

    @Test
    void withoutARoomTheTokenOpensEveryRoom() throws Exception {
        var issued = issuer.issueToken(new TokenOrder(0, "alice", "", true, HOUR));
        assertThat(issued.appId()).isEqualTo(demo.appId());
        var claims = claims(issued, NOW_S).claims();
        assertThat(claims.userId()).isEqualTo("alice");
        assertThat(claims.payload().allowsLogin("any")).isTrue();
        assertThat(claims.payload().allowsPublish("any", "s")).isTrue();
    }

    @Test
    void aRoomAndNoPublishingAreHeldTo() throws Exception {
        var issued = issuer.issueToken(new TokenOrder(demo.appId(), "alice", "r", false, HOUR));
        var payload = claims(issued, NOW_S).claims().payload();
        assertThat(payload.allowsLogin("r")).isTrue();
        assertThat(payload.allowsLogin("other")).isFalse();
        assertThat(payload.allowsPublish("r", "s")).isFalse();
    }

    @Test
    void noPublishingAloneStillOpensEveryRoom() throws Exception {
        var issued = issuer.issueToken(new TokenOrder(0, "alice", "", false, HOUR));
        var payload = claims(issued, NOW_S).claims().payload();
        assertThat(payload.allowsLogin("any")).isTrue();
        assertThat(payload.allowsPublish("any", "s")).isFalse();
    }

    @Test
    void endsWithItsValidity() throws Exception {
        var issued = issuer.issueToken(new TokenOrder(0, "alice", "", true, HOUR));
        assertThat(verdict(issued, NOW_S + 3599)).isInstanceOf(TokenVerdict.Accepted.class);
        assertThat(verdict(issued, NOW_S + 3600)).isInstanceOf(TokenVerdict.Refused.class);
    }

    @Test
    void theLinkCarriesEverythingInItsFragment() throws Exception {
        var issued = issuer.issueToken(new TokenOrder(0, "a&b", "r#1", true, HOUR));
        assertThat(issued.link())
                .startsWith(
                        "http://localhost:8080/#app="
                                + demo.appId()
                                + "&room=r%231&user=a%26b&token=04")
                .doesNotContain("+", "/#app=0");
        assertThat(issuer.issueToken(new TokenOrder(0, "a", "", true, HOUR)).link())
                .contains("&room=demo&");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', room, userID",
        "0, 'a b', room, userID",
        "0, alice, 'r r', roomID",
        "77, alice, room, There is no project 77"
    })
    void saysWhatIsWrong(long app, String user, String room, String sentence) {
        assertThatThrownBy(() -> issuer.issueToken(new TokenOrder(app, user, room, true, HOUR)))
                .isInstanceOf(Administration.RefusedException.class)
                .hasMessageContaining(sentence);
    }

    private TokenVerdict.Accepted claims(Administration.IssuedToken issued, long nowS) {
        assertThat(verdict(issued, nowS)).isInstanceOf(TokenVerdict.Accepted.class);
        return (TokenVerdict.Accepted) verdict(issued, nowS);
    }

    private TokenVerdict verdict(Administration.IssuedToken issued, long nowS) {
        return Token04.verify(issued.token(), demo.serverSecret(), demo.appId(), nowS);
    }
}

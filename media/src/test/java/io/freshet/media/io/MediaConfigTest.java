package io.freshet.media.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaConfigTest {
    @Test
    void theDefaultsAreAsDocumented() {
        MediaConfig config = MediaConfig.builder().build();

        assertThat(config).isEqualTo(MediaConfig.DEFAULT);
        assertThat(config.bind()).isEqualTo(new InetSocketAddress(8080));
        assertThat(config.advertisedAddresses()).isEmpty();
        assertThat(config.advertiseLoopback()).isFalse();
        assertThat(config.advertisedPort()).isZero();
        assertThat(config.maxTransports()).isEqualTo(10_000);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.socketBufferBytes()).isEqualTo(4 * 1024 * 1024);
        assertThat(config.receiveBatch()).isEqualTo(64);
        assertThat(config.commandQueueLength()).isEqualTo(16_384);
        assertThat(config.handshakes()).isEqualTo(256);
        assertThat(config.steady().playoutDelayMinMs()).isEqualTo(50);
        assertThat(config.steady().playoutDelayMaxMs()).isEqualTo(200);
    }

    @Test
    void aBuilderChangesWhatItIsTold() {
        MediaConfig config = MediaConfig.DEFAULT.toBuilder().maxTransports(3).build();

        assertThat(config.maxTransports()).isEqualTo(3);
        assertThat(config.toBuilder().maxTransports(10_000).build()).isEqualTo(MediaConfig.DEFAULT);
    }

    @Test
    void impossibleValuesAreRefused() {
        refused(MediaConfig.builder().maxTransports(0), "maxTransports");
        refused(MediaConfig.builder().receiveBatch(0), "receiveBatch");
        refused(MediaConfig.builder().handshakes(-1), "handshakes");
        refused(MediaConfig.builder().commandQueueLength(0), "commandQueueLength");
        refused(MediaConfig.builder().socketBufferBytes(0), "socketBufferBytes");
        refused(MediaConfig.builder().connectTimeout(Duration.ZERO), "connectTimeout");
        refused(MediaConfig.builder().advertisedPort(65_536), "advertised port");
        refused(
                MediaConfig.builder().bind(InetSocketAddress.createUnresolved("nowhere", 1)),
                "not known here");
        refused(
                MediaConfig.builder()
                        .advertisedAddresses(List.of(InetAddress.ofLiteral("0.0.0.0"))),
                "advertised address");
    }

    private static void refused(MediaConfig.Builder builder, String because) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}

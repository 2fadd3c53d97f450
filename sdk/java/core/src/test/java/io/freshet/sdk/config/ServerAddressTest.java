package io.freshet.sdk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    private final Map<String, String> config = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> resource = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "ws://host:8080, ws://host:8080/signal",
        "wss://host, wss://host/signal",
        "http://host:8080, ws://host:8080/signal",
        "https://host/, wss://host/signal",
        "HTTPS://host/live/, wss://host/live/signal",
        "host:8080, ws://host:8080/signal",
        "192.168.1.7:8080, ws://192.168.1.7:8080/signal",
        "[::1]:8080, ws://[::1]:8080/signal",
        "' host ', ws://host/signal",
        "ws://host:8080/signal, ws://host:8080/signal"
    })
    void allFormsLeadToTheSignallingEndpoint(String written, String endpoint) {
        assertThat(ServerAddress.parse(written, "test").signalling()).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "ws://",
                "://host",
                "ws://user:secret@host",
                "ws://host?x=1",
                "ws://host#x",
                "ws://ho st",
                "host:port"
            })
    void anythingElseIsRefusedWithASentence(String written) {
        assertThatThrownBy(() -> ServerAddress.parse(written, "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(written)
                .hasMessageContaining("(test)");
    }

    @Test
    void theFirstPlaceThatNamesOneCounts() {
        assertThat(find()).isEqualTo("localhost");
        resource.put("server", "by-resource");
        assertThat(find()).isEqualTo("by-resource");
        variables.put("FRESHET_SERVER", "by-variable");
        assertThat(find()).isEqualTo("by-variable");
        properties.put("freshet.server", "by-property");
        assertThat(find()).isEqualTo("by-property");
        config.put("freshet_server", "by-config");
        assertThat(find()).isEqualTo("by-config");
        config.put("freshet_server", " ");
        assertThat(find()).isEqualTo("by-property");
    }

    private String find() {
        return ServerAddress.find(
                        config,
                        new ServerAddress.Places(of(properties), of(variables), of(resource)))
                .signalling()
                .getHost();
    }

    private static Function<String, @Nullable String> of(Map<String, String> map) {
        return map::get;
    }
}

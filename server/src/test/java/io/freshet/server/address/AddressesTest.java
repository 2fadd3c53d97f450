package io.freshet.server.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "2001:db8:0:0::0:1, 2001:db8:0:0:0:0:0:1",
    })
    void everyAddressHasOneText(String text, String canonical) {
        assertThat(CanonicalAddress.of(text)).hasValue(canonical);
        assertThat(CanonicalAddress.of(canonical)).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "192.0.2.256", "192.0.2.1:80", "2001:db8::g", " "})
    void whatIsNoAddressHasNone(String text) {
        assertThat(CanonicalAddress.of(text)).isEmpty();
    }

    @Test
    void nothingEndlessIsRead() {
        assertThat(CanonicalAddress.of("1".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.0/23, 10.1.3.255, true",
        "10.1.2.0/23, 10.1.4.0, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
    })
    void aBlockContainsWhatBeginsLikeIt(String block, String address, boolean contained) {
        assertThat(AddressBlock.of(block).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "proxy", "::/129"})
    void whatIsNoBlockIsRefused(String text) {
        assertThat(AddressBlock.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // peer, header, client
                "203.0.113.5 | 198.51.100.7 | 203.0.113.5",
                "10.0.0.1 | '' | 10.0.0.1",
                "10.0.0.1 | 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 192.0.2.66, 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 192.0.2.66, 198.51.100.7, 10.0.0.9 | 198.51.100.7",
                "10.0.0.1 | 198.51.100.7:4711 | 198.51.100.7",
                "10.0.0.1 | [2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | 2001:db8::7 | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | 198.51.100.7, unknown | 10.0.0.1",
                "10.0.0.1 | ,,, | 10.0.0.1",
            })
    void whoIsBehindATrustedProxyIsWhomItNames(String peer, String header, String client) {
        var proxies = new TrustedProxies(List.of(AddressBlock.of("10.0.0.0/8")));

        assertThat(proxies.client(peer(peer), List.of(header))).isEqualTo(client);
    }

    @Test
    void theHeadersLinesAreOneList() {
        var proxies = new TrustedProxies(List.of(AddressBlock.of("10.0.0.0/8")));

        assertThat(proxies.client(peer("10.0.0.1"), List.of("192.0.2.66", "198.51.100.7")))
                .isEqualTo("198.51.100.7");
        assertThat(proxies.client(peer("10.0.0.1"), List.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void aLongRowOfProxiesIsNotFollowedWithoutEnd() {
        var proxies = new TrustedProxies(List.of(AddressBlock.of("10.0.0.0/8")));
        String[] row = new String[100];
        Arrays.fill(row, "10.0.0.2");
        row[0] = "198.51.100.7";

        assertThat(proxies.client(peer("10.0.0.1"), List.of(String.join(",", row))))
                .isEqualTo("10.0.0.2");
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertThat(new TrustedProxies(List.of()).client(peer("10.0.0.1"), List.of("198.51.100.7")))
                .isEqualTo("10.0.0.1");
    }

    private static SocketAddress peer(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
    }
}

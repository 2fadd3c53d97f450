package io.freshet.media.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalAddressesTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(8080);

    @Test
    void aBoundAddressIsTheOneAdvertised() {
        InetSocketAddress bound = new InetSocketAddress("192.0.2.7", 8080);

        assertThat(LocalAddresses.candidates(MediaConfig.DEFAULT, bound)).containsExactly(bound);
    }

    @Test
    void configuredAddressesAndPortGoBeforeDetectedOnes() {
        MediaConfig config =
                MediaConfig.builder()
                        .advertisedAddresses(
                                List.of(
                                        InetAddress.ofLiteral("203.0.113.5"),
                                        InetAddress.ofLiteral("2001:db8::5")))
                        .advertisedPort(443)
                        .build();

        assertThat(LocalAddresses.candidates(config, ANY))
                .containsExactly(
                        new InetSocketAddress("203.0.113.5", 443),
                        new InetSocketAddress("2001:db8::5", 443));
    }

    @Test
    void detectedAddressesAreOnesThatPeersCanReach() {
        List<InetSocketAddress> candidates = LocalAddresses.candidates(MediaConfig.DEFAULT, ANY);

        assertThat(candidates).isNotEmpty().hasSizeLessThanOrEqualTo(LocalAddresses.MAX_CANDIDATES);
        for (InetSocketAddress candidate : candidates) {
            assertThat(candidate.getPort()).isEqualTo(8080);
            assertThat(candidate.getAddress().isAnyLocalAddress()).isFalse();
            assertThat(candidate.getAddress().isLinkLocalAddress()).isFalse();
        }
    }

    @Test
    void loopbackIsAddedWhenAskedForAndOnlyOnce() {
        MediaConfig config = MediaConfig.builder().advertiseLoopback(true).build();
        InetSocketAddress loopback =
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080);

        assertThat(LocalAddresses.candidates(config, ANY)).containsOnlyOnce(loopback);
        assertThat(LocalAddresses.candidates(config, loopback)).containsExactly(loopback);
    }

    @Test
    void manyAddressesAreCutToWhatPeersCanCheck() {
        List<InetAddress> many =
                IntStream.range(1, 40)
                        .mapToObj(i -> InetAddress.ofLiteral("198.51.100." + i))
                        .toList();
        MediaConfig config = MediaConfig.builder().advertisedAddresses(many).build();

        assertThat(LocalAddresses.candidates(config, ANY)).hasSize(LocalAddresses.MAX_CANDIDATES);
    }

    @Test
    void ofAddressesWithOnePrefixTheOneThatIsSentFromIsTaken() {
        Inet6Address stable = ipv6("2001:db8:1:1::5");
        Inet6Address temporary = ipv6("2001:db8:1:1:aaaa:bbbb:cccc:dddd");
        Inet6Address local = ipv6("fd00::5");

        List<InetAddress> chosen =
                LocalAddresses.onePerPrefix(
                        List.of(stable, temporary, local),
                        remote -> remote.getHostAddress().startsWith("2001") ? temporary : local);

        assertThat(chosen).containsExactly(temporary, local);
    }

    @Test
    void withoutAPreferenceTheFirstAddressOfAPrefixIsTaken() {
        Inet6Address one = ipv6("2001:db8:1:1::5");
        Inet6Address other = ipv6("2001:db8:1:1::6");

        assertThat(LocalAddresses.onePerPrefix(List.of(one, other), remote -> remote))
                .containsExactly(one);
    }

    private static Inet6Address ipv6(String literal) {
        return Inet6Address.ofLiteral(literal) instanceof Inet6Address address
                ? address
                : fail("not IPv6: " + literal);
    }
}

package io.freshet.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, unspecified",
        "0.1.2.3, this network",
        "10.0.0.1, private",
        "10.255.255.255, private",
        "100.64.0.1, carrier",
        "100.100.100.200, metadata of a cloud",
        "100.127.255.255, carrier",
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "168.63.129.16, metadata of a cloud",
        "169.254.0.1, link-local",
        "169.254.169.254, metadata of most clouds",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.0.0.192, metadata of a cloud",
        "192.0.2.1, documentation",
        "192.88.99.1, 6to4 relays",
        "192.168.1.1, private",
        "198.18.0.1, benchmarks",
        "198.19.255.255, benchmarks",
        "198.51.100.1, documentation",
        "203.0.113.7, documentation",
        "224.0.0.1, group",
        "239.255.255.255, group",
        "240.0.0.1, reserved",
        "255.255.255.255, broadcast",
        "::, unspecified",
        "::1, loopback",
        "::7f00:1, IPv4 loopback in disguise",
        "::ffff:127.0.0.1, mapped loopback",
        "::ffff:10.0.0.1, mapped private",
        "64:ff9b::7f00:1, translated loopback",
        "64:ff9b::a9fe:a9fe, translated metadata",
        "64:ff9b:1::808:808, local translation",
        "100::1, discard",
        "2001::1, Teredo",
        "2001:db8::1, documentation",
        "2002:7f00:1::, 6to4 of loopback",
        "2002:a9fe:a9fe::1, 6to4 of metadata",
        "3fff::1, documentation",
        "5f00::1, segment routing",
        "fc00::1, unique local",
        "fd00:ec2::254, metadata of a cloud",
        "fe80::1, link-local",
        "febf::1, link-local",
        "fec0::1, site-local",
        "ff02::1, group",
    })
    void keepsOutOfWhatIsNotPublic(String address, String why) {
        assertThat(new AddressGuard(false).allows(InetAddress.ofLiteral(address)))
                .as(why)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "168.63.129.15",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:200::1",
                "2002:808:808::1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void letsThePublicNetworkThrough(String address) {
        assertThat(new AddressGuard(false).allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "10.0.0.1, true",
        "fd00::1, true",
        "::1, true",
        "8.8.8.8, true",
        "0.0.0.0, false",
        "::, false",
        "224.0.0.1, false",
        "ff02::1, false",
    })
    void whereAllowedPrivateNetworksToo(String address, boolean allowed) {
        assertThat(new AddressGuard(true).allows(InetAddress.ofLiteral(address)))
                .isEqualTo(allowed);
    }
}

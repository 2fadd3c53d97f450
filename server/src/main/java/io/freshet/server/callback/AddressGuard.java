package io.freshet.server.callback;

import io.freshet.server.address.AddressBlock;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Keeps callbacks out of the server's own network (server-side request forgery): which addresses
/// may be connected to. Only what is globally reachable by the registries of RFC 6890, unless
/// private addresses are allowed; never a group, and never the unspecified address.
final class AddressGuard {
    private static final List<AddressBlock> CLOSED =
            List.of(
                    AddressBlock.of("0.0.0.0/8"),
                    AddressBlock.of("10.0.0.0/8"),
                    AddressBlock.of("100.64.0.0/10"), // carriers' own, and a cloud's metadata
                    AddressBlock.of("127.0.0.0/8"),
                    AddressBlock.of("168.63.129.16/32"), // a cloud's metadata
                    AddressBlock.of("169.254.0.0/16"), // link-local, and most clouds' metadata
                    AddressBlock.of("172.16.0.0/12"),
                    AddressBlock.of("192.0.0.0/24"),
                    AddressBlock.of("192.0.2.0/24"),
                    AddressBlock.of("192.88.99.0/24"),
                    AddressBlock.of("192.168.0.0/16"),
                    AddressBlock.of("198.18.0.0/15"),
                    AddressBlock.of("198.51.100.0/24"),
                    AddressBlock.of("203.0.113.0/24"),
                    AddressBlock.of("224.0.0.0/3"), // groups, reserved, broadcast
                    AddressBlock.of("::/96"), // unspecified, loopback, and IPv4 in an old disguise
                    AddressBlock.of("100::/64"),
                    AddressBlock.of("2001::/23"), // Teredo and other protocols
                    AddressBlock.of("2001:db8::/32"),
                    AddressBlock.of("3fff::/20"),
                    AddressBlock.of("5f00::/16"),
                    AddressBlock.of("fc00::/7"),
                    AddressBlock.of("fe80::/10"),
                    AddressBlock.of("fec0::/10"),
                    AddressBlock.of("ff00::/8"));

    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96"); // RFC 6052
    private static final AddressBlock LOCAL_NAT64 = AddressBlock.of("64:ff9b:1::/48"); // RFC 8215
    private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("2002::/16"); // RFC 3056

    private final boolean allowPrivate;

    AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    boolean allows(InetAddress address) {
        if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return false;
        }
        return allowPrivate || isGlobal(address);
    }

    private static boolean isGlobal(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (AddressBlock block : CLOSED) {
            if (block.contains(address)) {
                return false;
            }
        }
        if (address instanceof Inet4Address) {
            return true;
        }
        if (LOCAL_NAT64.contains(address)) {
            return false;
        }
        // An IPv4 address within is what is reached in the end.
        if (NAT64.contains(address)) {
            return isGlobal(embedded(bytes, 12));
        }
        return !SIX_TO_FOUR.contains(address) || isGlobal(embedded(bytes, 2));
    }

    private static InetAddress embedded(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}

package io.freshet.server.callback;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Keeps callbacks out of the server's own network (server-side request forgery): which addresses
/// may be connected to. Only what is globally reachable by the registries of RFC 6890, unless
/// private addresses are allowed; never a group, and never the unspecified address.
final class AddressGuard {
    private static final class Block {
        private final byte[] prefix;
        private final int bits;

        Block(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >>> (i % 8);
                if ((address[i / 8] & mask) != (prefix[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> CLOSED =
            List.of(
                    block("0.0.0.0", 8),
                    block("10.0.0.0", 8),
                    block("100.64.0.0", 10), // carriers' own, and a cloud's metadata
                    block("127.0.0.0", 8),
                    block("168.63.129.16", 32), // a cloud's metadata
                    block("169.254.0.0", 16), // link-local, and most clouds' metadata
                    block("172.16.0.0", 12),
                    block("192.0.0.0", 24),
                    block("192.0.2.0", 24),
                    block("192.88.99.0", 24),
                    block("192.168.0.0", 16),
                    block("198.18.0.0", 15),
                    block("198.51.100.0", 24),
                    block("203.0.113.0", 24),
                    block("224.0.0.0", 3), // groups, reserved, broadcast
                    block("::", 96), // unspecified, loopback, and IPv4 in an old disguise
                    block("100::", 64),
                    block("2001::", 23), // Teredo and other protocols
                    block("2001:db8::", 32),
                    block("3fff::", 20),
                    block("5f00::", 16),
                    block("fc00::", 7),
                    block("fe80::", 10),
                    block("fec0::", 10),
                    block("ff00::", 8));

    private static final Block NAT64 = block("64:ff9b::", 96); // RFC 6052
    private static final Block LOCAL_NAT64 = block("64:ff9b:1::", 48); // RFC 8215
    private static final Block SIX_TO_FOUR = block("2002::", 16); // RFC 3056

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
        for (Block block : CLOSED) {
            if (block.contains(bytes)) {
                return false;
            }
        }
        if (address instanceof Inet4Address) {
            return true;
        }
        if (LOCAL_NAT64.contains(bytes)) {
            return false;
        }
        // An IPv4 address within is what is reached in the end.
        if (NAT64.contains(bytes)) {
            return isGlobal(embedded(bytes, 12));
        }
        return !SIX_TO_FOUR.contains(bytes) || isGlobal(embedded(bytes, 2));
    }

    private static InetAddress embedded(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static Block block(String address, int bits) {
        return new Block(InetAddress.ofLiteral(address).getAddress(), bits);
    }
}

package io.freshet.server.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// One text for each IP address, so that texts can be compared: an IPv6 address of an IPv4 one (RFC
/// 4291 §2.5.5.2) is that one, and a zone (RFC 4007 §11) is left out.
public final class CanonicalAddress {
    /// An IPv6 address with a zone is the longest there is.
    private static final int MAX_CHARACTERS = 64;

    private CanonicalAddress() {}

    /// Of a literal address; empty if it is none. Names are not looked up.
    public static Optional<String> of(String text) {
        return parse(text).map(CanonicalAddress::of);
    }

    public static String of(InetAddress address) {
        return withoutZone(address).getHostAddress();
    }

    static Optional<InetAddress> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(withoutZone(InetAddress.ofLiteral(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static InetAddress withoutZone(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}

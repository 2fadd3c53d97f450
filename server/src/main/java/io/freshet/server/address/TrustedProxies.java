package io.freshet.server.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where clients are: what is connected, or whom a proxy that is trusted names in
/// `X-Forwarded-For`. Each proxy adds whom it was asked by, so the list is read from its end, as
/// long as proxies are trusted: what stands before was written by anybody.
public final class TrustedProxies {
    /// More proxies in a row are not followed.
    private static final int MAX_HOPS = 16;

    private final List<AddressBlock> blocks;

    /// @param blocks nobody is trusted if empty
    public TrustedProxies(List<AddressBlock> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /// The client's address in its canonical text; empty if the peer has no IP address.
    ///
    /// @param forwardedFor values of the header, in their order
    public String client(SocketAddress peer, List<String> forwardedFor) {
        if (!(peer instanceof InetSocketAddress socket) || socket.getAddress() == null) {
            return "";
        }
        InetAddress client = socket.getAddress();
        if (isTrusted(client)) {
            List<String> named = named(forwardedFor);
            for (int hop = 0; hop < MAX_HOPS && hop < named.size() && isTrusted(client); hop++) {
                Optional<InetAddress> before =
                        CanonicalAddress.parse(bare(named.get(named.size() - 1 - hop)));
                if (before.isEmpty()) {
                    break;
                }
                client = before.get();
            }
        }
        return CanonicalAddress.of(client);
    }

    private boolean isTrusted(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<String> named(List<String> values) {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            all.addAll(Arrays.asList(value.split(",")));
        }
        return all;
    }

    /// Some proxies add the port.
    private static String bare(String entry) {
        String text = entry.strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}

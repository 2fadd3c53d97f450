package io.freshet.media.io;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Which addresses answers advertise.
final class LocalAddresses {
    /// Every candidate costs each peer checks; machines with many bridges have dozens.
    static final int MAX_CANDIDATES = 8;

    private LocalAddresses() {}

    /// What the configuration says, or what the machine has.
    ///
    /// @param bound where the socket listens
    static List<InetSocketAddress> candidates(MediaConfig config, InetSocketAddress bound) {
        int port = config.advertisedPort() == 0 ? bound.getPort() : config.advertisedPort();
        List<InetAddress> addresses = new ArrayList<>(config.advertisedAddresses());
        if (addresses.isEmpty()) {
            if (bound.getAddress().isAnyLocalAddress()) {
                addresses.addAll(detect(bound.getAddress() instanceof Inet4Address));
            } else {
                addresses.add(bound.getAddress());
            }
        }
        boolean loopback = addresses.stream().anyMatch(InetAddress::isLoopbackAddress);
        if (!loopback && (config.advertiseLoopback() || addresses.isEmpty())) {
            addresses.add(Inet4Address.ofLiteral("127.0.0.1"));
        }
        return addresses.stream()
                .distinct()
                .limit(MAX_CANDIDATES)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /// Addresses of interfaces that are up, IPv4 first. Link-local ones are left out: they need a
    /// scope that a candidate cannot carry (RFC 8445 §5.1.1.1).
    private static List<InetAddress> detect(boolean ipv4Only) {
        List<InetAddress> addresses = new ArrayList<>();
        try {
            for (NetworkInterface each :
                    Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp() && !each.isLoopback()) {
                    addresses.addAll(Collections.list(each.getInetAddresses()));
                }
            }
        } catch (SocketException e) {
            return List.of();
        }
        return addresses.stream()
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .filter(address -> !ipv4Only || address instanceof Inet4Address)
                .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .toList();
    }
}

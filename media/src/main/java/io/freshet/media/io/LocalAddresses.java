package io.freshet.media.io;

import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// Which addresses answers advertise.
final class LocalAddresses {
    /// Every candidate costs each peer checks; machines with many bridges have dozens.
    static final int MAX_CANDIDATES = 8;

    private static final int PREFIX_BYTES = 8; // RFC 4291 §2.5.1

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
        List<InetAddress> ipv4 = new ArrayList<>();
        List<Inet6Address> ipv6 = new ArrayList<>();
        try {
            for (NetworkInterface each :
                    Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp() && !each.isLoopback()) {
                    for (InetAddress address : Collections.list(each.getInetAddresses())) {
                        if (address instanceof Inet6Address v6) {
                            ipv6.add(withoutScope(v6));
                        } else {
                            ipv4.add(address);
                        }
                    }
                }
            }
        } catch (SocketException e) {
            return List.of();
        }
        List<InetAddress> addresses = new ArrayList<>(ipv4);
        if (!ipv4Only) {
            addresses.addAll(onePerPrefix(ipv6, LocalAddresses::sourceTowards));
        }
        return addresses.stream()
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .toList();
    }

    /// Of several IPv6 addresses with one prefix (a stable one and temporary ones, RFC 8981) the
    /// one that the system sends from: answers would leave with it whichever was asked, and peers
    /// ignore answers from elsewhere.
    ///
    /// @param source which address is used towards another one
    static List<InetAddress> onePerPrefix(
            List<Inet6Address> addresses, UnaryOperator<InetAddress> source) {
        List<InetAddress> chosen = new ArrayList<>();
        for (Inet6Address address : addresses) {
            List<Inet6Address> sharing =
                    addresses.stream().filter(other -> samePrefix(address, other)).toList();
            InetAddress preferred = source.apply(neighbour(address));
            InetAddress one =
                    sharing.size() > 1 && sharing.contains(preferred)
                            ? preferred
                            : sharing.getFirst();
            if (!chosen.contains(one)) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private static boolean samePrefix(Inet6Address one, Inet6Address other) {
        return Arrays.equals(
                one.getAddress(), 0, PREFIX_BYTES, other.getAddress(), 0, PREFIX_BYTES);
    }

    /// Some address of the same prefix.
    private static InetAddress neighbour(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0x5a);
        return ofBytes(bytes);
    }

    /// Asks the system by connecting a UDP socket, which sends nothing.
    private static InetAddress sourceTowards(InetAddress remote) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(remote, 9));
            InetAddress local = socket.getLocalAddress();
            return local instanceof Inet6Address v6 ? withoutScope(v6) : local;
        } catch (SocketException e) {
            return remote; // no route: no address is preferred
        }
    }

    private static Inet6Address withoutScope(Inet6Address address) {
        return ofBytes(address.getAddress()) instanceof Inet6Address plain ? plain : address;
    }

    private static InetAddress ofBytes(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of " + address.length + " bytes", e);
        }
    }
}

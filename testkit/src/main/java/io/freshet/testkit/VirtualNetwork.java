package io.freshet.testkit;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Datagrams between addresses, as UDP would carry them. Each ordered pair of hosts has its own
/// [VirtualLink]; nothing is delivered to an address nobody has bound.
public final class VirtualNetwork {
    @FunctionalInterface
    public interface Receiver {
        void onDatagram(ByteBuffer datagram, InetSocketAddress from);
    }

    /// A bound address.
    public final class Endpoint {
        private final Receiver receiver;
        private InetSocketAddress address;

        private Endpoint(InetSocketAddress address, Receiver receiver) {
            this.address = address;
            this.receiver = receiver;
        }

        public InetSocketAddress address() {
            return address;
        }

        public void send(ByteBuffer datagram, InetSocketAddress to) {
            VirtualNetwork.this.send(address, datagram, to);
        }

        /// Goes on under another address, as after a change of network or address translation. What
        /// is under way to the old one is lost.
        public void rebind(InetSocketAddress newAddress) {
            requireFree(newAddress);
            endpoints.remove(address);
            address = newAddress;
            endpoints.put(newAddress, this);
        }

        public void close() {
            endpoints.remove(address, this);
        }
    }

    private record Route(String fromHost, String toHost) {}

    private record Flow(InetSocketAddress from, InetSocketAddress to) {}

    private final Simulation simulation;
    private final Map<InetSocketAddress, Endpoint> endpoints = new HashMap<>();
    private final Map<Flow, VirtualLink> links = new HashMap<>();
    private final Map<Route, LinkConditions> conditions = new HashMap<>();
    private final Map<Route, Boolean> down = new HashMap<>();
    private LinkConditions defaultConditions;
    private long unroutable;

    public VirtualNetwork(Simulation simulation, LinkConditions defaultConditions) {
        this.simulation = simulation;
        this.defaultConditions = defaultConditions;
    }

    /// Takes an address that must be free.
    public Endpoint bind(InetSocketAddress address, Receiver receiver) {
        requireFree(address);
        Endpoint endpoint = new Endpoint(address, receiver);
        endpoints.put(address, endpoint);
        return endpoint;
    }

    /// Conditions of every path that has none of its own.
    public void setConditions(LinkConditions newConditions) {
        defaultConditions = newConditions;
        links.forEach((flow, link) -> link.setConditions(conditionsOf(route(flow))));
    }

    /// Conditions from one host (numeric address, no port) to another, in this direction.
    public void setConditions(String fromHost, String toHost, LinkConditions newConditions) {
        Route route = new Route(fromHost, toHost);
        conditions.put(route, newConditions);
        links.forEach((flow, link) -> {
            if (route(flow).equals(route)) {
                link.setConditions(newConditions);
            }
        });
    }

    /// Breaks or mends both directions between two hosts.
    public void setUp(String oneHost, String otherHost, boolean up) {
        down.put(new Route(oneHost, otherHost), !up);
        down.put(new Route(otherHost, oneHost), !up);
        links.forEach((flow, link) -> link.setUp(!isDown(route(flow))));
    }

    /// Datagrams that arrived where nobody listens.
    public long unroutable() {
        return unroutable;
    }

    private void send(InetSocketAddress from, ByteBuffer datagram, InetSocketAddress to) {
        links.computeIfAbsent(new Flow(from, to), this::openLink).send(datagram);
    }

    private VirtualLink openLink(Flow flow) {
        Route route = route(flow);
        VirtualLink link =
                new VirtualLink(
                        simulation,
                        flow.from() + ">" + flow.to(),
                        conditionsOf(route),
                        datagram -> arrive(datagram, flow));
        link.setUp(!isDown(route));
        return link;
    }

    private void arrive(ByteBuffer datagram, Flow flow) {
        Endpoint endpoint = endpoints.get(flow.to());
        if (endpoint == null) {
            unroutable++;
            return;
        }
        endpoint.receiver.onDatagram(datagram, flow.from());
    }

    private void requireFree(InetSocketAddress address) {
        if (endpoints.containsKey(address)) {
            throw new IllegalStateException(address + " is bound already");
        }
    }

    private static Route route(Flow flow) {
        return new Route(flow.from().getHostString(), flow.to().getHostString());
    }

    private LinkConditions conditionsOf(Route route) {
        return conditions.getOrDefault(route, defaultConditions);
    }

    private boolean isDown(Route route) {
        return down.getOrDefault(route, false);
    }
}

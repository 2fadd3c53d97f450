package io.freshet.media.io;

import io.freshet.media.dtls.DtlsConfig;
import io.freshet.media.dtls.SrtpConfig;
import io.freshet.media.forward.ForwardConfig;
import io.freshet.media.forward.SubscriptionConfig;
import io.freshet.media.ice.IceConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// How a media node is reached and what it may use. Immutable; [#DEFAULT] holds every default,
/// [#builder()] changes some.
///
/// @param bind the one UDP address; port 0 takes any free port (tests). Default: every address,
///   port 8080
/// @param advertisedAddresses what answers offer as host candidates, for a node behind an address
///   translation or in a container; empty (default): the addresses of the machine's interfaces
/// @param advertiseLoopback adds the loopback address to the detected ones, for peers on the same
///   machine
/// @param advertisedPort the port that goes with the advertised addresses, when a translation
///   changes it; 0 (default): the bound one
/// @param maxTransports publishers and players at one time (default 10 000); further offers are
///   refused
/// @param connectTimeout a transport whose peer is not connected by then ends (default 30 s)
/// @param socketBufferBytes asked for as SO_RCVBUF and SO_SNDBUF (default 4 MiB); the system may
///   give less, which the statistics show
/// @param receiveBatch at most so many datagrams are read between two looks at the timers (default
///   64)
/// @param commandQueueLength publish, play, close and the like waiting for the loop (default 16
///   384); when full they are refused
/// @param handshakes DTLS handshakes in progress at one time (default 256); when so many are under
///   way, further ClientHellos are dropped and the peers repeat them
/// @param ice after which silence a transport counts as interrupted, and ends
/// @param forward caches, keyframe throttle, feedback intervals
/// @param steady playout delay of the viewers that ask for a steady one (default 50 ms, up to 200
///   ms where the path's jitter or repair by retransmission needs it)
public record MediaConfig(
        InetSocketAddress bind,
        List<InetAddress> advertisedAddresses,
        boolean advertiseLoopback,
        int advertisedPort,
        int maxTransports,
        Duration connectTimeout,
        int socketBufferBytes,
        int receiveBatch,
        int commandQueueLength,
        int handshakes,
        IceConfig ice,
        DtlsConfig dtls,
        SrtpConfig srtp,
        ForwardConfig forward,
        SubscriptionConfig steady) {
    public static final MediaConfig DEFAULT =
            new MediaConfig(
                    new InetSocketAddress(8080),
                    List.of(),
                    false,
                    0,
                    10_000,
                    Duration.ofSeconds(30),
                    4 << 20,
                    64,
                    16_384,
                    256,
                    IceConfig.DEFAULT,
                    DtlsConfig.DEFAULT,
                    SrtpConfig.DEFAULT,
                    ForwardConfig.DEFAULT,
                    SubscriptionConfig.steadyDelay(50, 200));

    public MediaConfig {
        advertisedAddresses = List.copyOf(advertisedAddresses);
        if (bind.isUnresolved()) {
            throw new IllegalArgumentException("bind address " + bind + " is not known here");
        }
        if (advertisedPort < 0 || advertisedPort > 65_535) {
            throw new IllegalArgumentException("advertised port " + advertisedPort);
        }
        for (InetAddress address : advertisedAddresses) {
            if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
                throw new IllegalArgumentException(
                        "advertised address " + address.getHostAddress() + " is not one address");
            }
        }
        requirePositive("maxTransports", maxTransports);
        requirePositive("connectTimeout", connectTimeout.toMillis());
        requirePositive("socketBufferBytes", socketBufferBytes);
        requirePositive("receiveBatch", receiveBatch);
        requirePositive("commandQueueLength", commandQueueLength);
        requirePositive("handshakes", handshakes);
    }

    /// Starts from the defaults.
    public static Builder builder() {
        return new Builder(DEFAULT);
    }

    /// Starts from this.
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, is " + value);
        }
    }

    /// Changes what differs from another configuration. The components are described at
    /// [MediaConfig].
    public static final class Builder {
        private InetSocketAddress bind;
        private List<InetAddress> advertisedAddresses;
        private boolean advertiseLoopback;
        private int advertisedPort;
        private int maxTransports;
        private Duration connectTimeout;
        private int socketBufferBytes;
        private int receiveBatch;
        private int commandQueueLength;
        private int handshakes;
        private IceConfig ice;
        private DtlsConfig dtls;
        private SrtpConfig srtp;
        private ForwardConfig forward;
        private SubscriptionConfig steady;

        private Builder(MediaConfig from) {
            bind = from.bind;
            advertisedAddresses = from.advertisedAddresses;
            advertiseLoopback = from.advertiseLoopback;
            advertisedPort = from.advertisedPort;
            maxTransports = from.maxTransports;
            connectTimeout = from.connectTimeout;
            socketBufferBytes = from.socketBufferBytes;
            receiveBatch = from.receiveBatch;
            commandQueueLength = from.commandQueueLength;
            handshakes = from.handshakes;
            ice = from.ice;
            dtls = from.dtls;
            srtp = from.srtp;
            forward = from.forward;
            steady = from.steady;
        }

        public Builder bind(InetSocketAddress value) {
            bind = value;
            return this;
        }

        public Builder advertisedAddresses(List<InetAddress> value) {
            advertisedAddresses = value;
            return this;
        }

        public Builder advertiseLoopback(boolean value) {
            advertiseLoopback = value;
            return this;
        }

        public Builder advertisedPort(int value) {
            advertisedPort = value;
            return this;
        }

        public Builder maxTransports(int value) {
            maxTransports = value;
            return this;
        }

        public Builder connectTimeout(Duration value) {
            connectTimeout = value;
            return this;
        }

        public Builder socketBufferBytes(int value) {
            socketBufferBytes = value;
            return this;
        }

        public Builder receiveBatch(int value) {
            receiveBatch = value;
            return this;
        }

        public Builder commandQueueLength(int value) {
            commandQueueLength = value;
            return this;
        }

        public Builder handshakes(int value) {
            handshakes = value;
            return this;
        }

        public Builder ice(IceConfig value) {
            ice = value;
            return this;
        }

        public Builder dtls(DtlsConfig value) {
            dtls = value;
            return this;
        }

        public Builder srtp(SrtpConfig value) {
            srtp = value;
            return this;
        }

        public Builder forward(ForwardConfig value) {
            forward = value;
            return this;
        }

        public Builder steady(SubscriptionConfig value) {
            steady = value;
            return this;
        }

        /// Checks the values; wrong ones throw [IllegalArgumentException].
        public MediaConfig build() {
            return new MediaConfig(
                    bind,
                    advertisedAddresses,
                    advertiseLoopback,
                    advertisedPort,
                    maxTransports,
                    connectTimeout,
                    socketBufferBytes,
                    receiveBatch,
                    commandQueueLength,
                    handshakes,
                    ice,
                    dtls,
                    srtp,
                    forward,
                    steady);
        }
    }
}

package io.freshet.media.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// The ICE agent of a server that is reachable at the addresses it advertises: it answers checks
/// and sends none. RFC 8445 §2.5 (lite), RFC 7675 (consent). Single-threaded; owns no clock.
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "unused"})
public final class IceLiteAgent {
    public static final long NEVER = Long.MAX_VALUE;

    /// What the agent wants done. Calls come only from inside inputs of the agent and must not call
    /// back into it.
    public interface Output {
        /// Sends an answer. The buffer (position to limit) is the agent's: read it before
        /// returning.
        void sendStun(ByteBuffer response, InetSocketAddress remote);

        /// This address passed an authenticated check: DTLS and SRTP from it may be let through.
        void onAddressValidated(InetSocketAddress remote);

        /// A validated address was silent too long, or too many are known.
        void onAddressForgotten(InetSocketAddress remote);

        /// From now on everything is sent to this address: the peer nominated it (RFC 8445 §8.1.1).
        /// Called for the first nomination and for every change.
        void onAddressSelected(InetSocketAddress remote);

        /// No valid check for [IceConfig#interruptedAfter()].
        void onInterrupted();

        /// Checks are back after an interruption.
        void onResumed();

        /// No valid check for [IceConfig#consentTimeout()], or none ever: the session is over. Last
        /// call.
        void onConsentLost();

        /// After a restart the former credentials are no longer valid.
        void onUfragRetired(long ufragKey);
    }

    /// Starts waiting for checks.
    ///
    /// @param random the source of the credentials: a `SecureRandom` outside of tests
    public IceLiteAgent(IceConfig config, RandomGenerator random, Output output, long nowNs) {
        throw new UnsupportedOperationException();
    }

    /// The ufrag for the answer, 8 characters (RFC 8445 §5.3).
    public String localUfrag() {
        throw new UnsupportedOperationException();
    }

    /// The password for the answer, 24 characters (RFC 8445 §5.3).
    public String localPassword() {
        throw new UnsupportedOperationException();
    }

    /// [#localUfrag()] packed as [#ufragKey(ByteBuffer, int, int)] returns it.
    public long localUfragKey() {
        throw new UnsupportedOperationException();
    }

    /// Reads the receiver's ufrag, our one, from a binding request, to find the agent that a first
    /// check is for. Verifies nothing, allocates nothing.
    ///
    /// @return the eight characters as one big-endian number, 0 when this is no binding request or
    ///   its ufrag cannot be one of ours
    public static long ufragKey(ByteBuffer datagram, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    /// The peer's ufrag from its offer; until it is known any is accepted, because it proves
    /// nothing: the password does.
    public void setRemoteUfrag(String ufrag) {
        throw new UnsupportedOperationException();
    }

    /// Makes new local credentials for an ICE restart (RFC 8445 §9). The former ones stay valid
    /// until the peer nominates an address with the new ones.
    public void restart(String remoteUfrag) {
        throw new UnsupportedOperationException();
    }

    public void onDatagram(
            ByteBuffer datagram, int offset, int length, InetSocketAddress remote, long nowNs) {
        throw new UnsupportedOperationException();
    }

    public void onTimeout(long nowNs) {
        throw new UnsupportedOperationException();
    }

    /// When [#onTimeout] wants to be called, [#NEVER] after the consent was lost.
    public long nextTimeoutNs() {
        throw new UnsupportedOperationException();
    }
}

package io.freshet.media.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The ICE agent of a server that is reachable at the addresses it advertises: it answers checks
/// and sends none. RFC 8445 §2.5 (lite), RFC 7675 (consent). Single-threaded; owns no clock.
///
/// | state | next | when |
/// |---|---|---|
/// | waiting | connected | the peer nominates an address |
/// | waiting | lost | no nomination for [IceConfig#consentTimeout()] |
/// | connected | interrupted | no check from the selected address for `interruptedAfter` |
/// | interrupted | connected | a check from it, or a nomination of another one |
/// | interrupted | lost | no check from it for `consentTimeout` |
///
/// What is not authenticated gets no answer at all, where RFC 8489 §9.1.3 would allow an error: so
/// nothing can be reflected, and a peer that does not know the password learns nothing.
public final class IceLiteAgent {
    public static final long NEVER = Long.MAX_VALUE;

    private static final int ROLE_CONFLICT = 487; // RFC 8445 §16.2
    private static final int UNKNOWN_ATTRIBUTE = 420; // RFC 8489 §14.8

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

        /// After a restart these credentials are no longer valid.
        void onUfragRetired(long ufragKey);
    }

    private enum State {
        WAITING,
        CONNECTED,
        INTERRUPTED,
        LOST
    }

    private static final class RemoteAddress {
        final InetSocketAddress socketAddress;
        long lastCheckNs;

        RemoteAddress(InetSocketAddress socketAddress, long lastCheckNs) {
            this.socketAddress = socketAddress;
            this.lastCheckNs = lastCheckNs;
        }
    }

    private final long interruptedAfterNs;
    private final long consentTimeoutNs;
    private final int maxAddresses;
    private final RandomGenerator random;
    private final Output output;
    private final StunReader reader = new StunReader();
    private final StunWriter writer = new StunWriter();

    /// Passed a check not longer ago than the consent timeout; at most `maxAddresses`.
    private final List<RemoteAddress> addresses;

    private final long createdNs;
    private IceCredentials credentials;

    /// In use before a restart, until its nomination.
    private @Nullable IceCredentials formerCredentials;

    private @Nullable RemoteAddress selected;
    private State state = State.WAITING;
    private long malformedCount;
    private long unauthenticatedCount;
    private long answeredCount;

    /// Starts waiting for checks.
    ///
    /// @param random the source of the credentials: a `SecureRandom` outside of tests
    public IceLiteAgent(IceConfig config, RandomGenerator random, Output output, long nowNs) {
        this.interruptedAfterNs = config.interruptedAfter().toNanos();
        this.consentTimeoutNs = config.consentTimeout().toNanos();
        this.maxAddresses = config.maxAddresses();
        this.random = random;
        this.output = output;
        this.createdNs = nowNs;
        this.addresses = new ArrayList<>(maxAddresses);
        this.credentials = new IceCredentials(random, IceCredentials.ANY);
    }

    /// The ufrag for the answer, 8 characters (RFC 8445 §5.3).
    public String localUfrag() {
        return credentials.ufrag;
    }

    /// The password for the answer, 24 characters (RFC 8445 §5.3).
    public String localPassword() {
        return credentials.password;
    }

    /// [#localUfrag()] packed as [#ufragKey(ByteBuffer, int, int)] returns it.
    public long localUfragKey() {
        return credentials.ufragKey;
    }

    /// Where media goes; empty until the peer nominated an address.
    public Optional<InetSocketAddress> selectedAddress() {
        return Optional.ofNullable(selected).map(address -> address.socketAddress);
    }

    /// Datagrams that were no STUN message or had a wrong fingerprint.
    public long malformedCount() {
        return malformedCount;
    }

    /// STUN messages that were no binding request with our credentials; dropped unanswered.
    public long unauthenticatedCount() {
        return unauthenticatedCount;
    }

    /// Checks that were answered.
    public long answeredCount() {
        return answeredCount;
    }

    /// Reads the receiver's ufrag, our one, from a binding request, to find the agent that a first
    /// check is for. Verifies nothing, allocates nothing.
    ///
    /// @return the eight characters as one big-endian number, 0 when this is no binding request or
    ///   its ufrag cannot be one of ours
    public static long ufragKey(ByteBuffer datagram, int offset, int length) {
        if (!StunReader.hasStunHeader(datagram, offset, length)
                || (datagram.getShort(offset) & 0xffff) != StunReader.BINDING_REQUEST) {
            return 0;
        }
        int end = offset + length;
        int at = offset + StunReader.HEADER_BYTES;
        while (end - at >= 4) {
            int type = datagram.getShort(at) & 0xffff;
            int valueLength = datagram.getShort(at + 2) & 0xffff;
            int padded = (valueLength + 3) & ~3;
            if (padded > end - at - 4) {
                return 0;
            }
            if (type == StunAttribute.USERNAME) {
                return valueLength > IceCredentials.UFRAG_CHARS
                                && datagram.get(at + 4 + IceCredentials.UFRAG_CHARS) == ':'
                        ? datagram.getLong(at + 4)
                        : 0;
            }
            at += 4 + padded;
        }
        return 0;
    }

    /// The peer's ufrag from its offer; until it is known any is accepted, because it proves
    /// nothing: the password does.
    public void setRemoteUfrag(String ufrag) {
        credentials.remoteUfrag = ufrag;
    }

    /// Makes new local credentials for an ICE restart (RFC 8445 §9). The former ones stay valid
    /// until the peer nominates an address with the new ones. A second restart before that takes
    /// the place of the first.
    public void restart(String remoteUfrag) {
        if (formerCredentials == null) {
            formerCredentials = credentials;
        } else {
            output.onUfragRetired(credentials.ufragKey);
        }
        credentials = new IceCredentials(random, remoteUfrag);
    }

    public void onDatagram(
            ByteBuffer datagram, int offset, int length, InetSocketAddress remote, long nowNs) {
        if (state == State.LOST) {
            return;
        }
        if (!reader.tryRead(datagram, offset, length)) {
            malformedCount++;
            return;
        }
        IceCredentials used = authenticate();
        if (used == null) {
            unauthenticatedCount++;
            return;
        }
        answeredCount++;
        if (reader.unknownCount() > 0) {
            // RFC 8489 §6.3.1
            writer.beginAnswer(StunReader.BINDING_ERROR, reader)
                    .errorCode(UNKNOWN_ATTRIBUTE, "")
                    .unknownAttributes(reader);
            sendAnswer(used, remote);
            return;
        }
        if (reader.hasIceControlled()) {
            // A lite agent is always controlled and cannot change (RFC 8445 §6.1.1, §7.3.1.1).
            writer.beginAnswer(StunReader.BINDING_ERROR, reader).errorCode(ROLE_CONFLICT, "");
            sendAnswer(used, remote);
            return;
        }
        RemoteAddress address = validate(remote, nowNs);
        writer.beginAnswer(StunReader.BINDING_SUCCESS, reader).xorMappedAddress(remote);
        sendAnswer(used, remote);
        if (reader.hasUseCandidate()) {
            nominate(address, used);
        }
        if (state == State.INTERRUPTED && address == selected) {
            state = State.CONNECTED;
            output.onResumed();
        }
    }

    public void onTimeout(long nowNs) {
        if (state == State.LOST) {
            return;
        }
        for (int i = addresses.size() - 1; i >= 0; i--) {
            RemoteAddress address = addresses.get(i);
            if (address != selected && nowNs - address.lastCheckNs >= consentTimeoutNs) {
                addresses.remove(i);
                output.onAddressForgotten(address.socketAddress);
            }
        }
        long silentNs = nowNs - lastConsentNs();
        if (silentNs >= consentTimeoutNs) {
            // RFC 7675 §5.1: nothing may be sent any more.
            state = State.LOST;
            output.onConsentLost();
        } else if (state == State.CONNECTED && silentNs >= interruptedAfterNs) {
            state = State.INTERRUPTED;
            output.onInterrupted();
        }
    }

    /// When [#onTimeout] wants to be called, [#NEVER] after the consent was lost.
    public long nextTimeoutNs() {
        if (state == State.LOST) {
            return NEVER;
        }
        long next =
                lastConsentNs()
                        + (state == State.CONNECTED ? interruptedAfterNs : consentTimeoutNs);
        for (int i = 0; i < addresses.size(); i++) {
            RemoteAddress address = addresses.get(i);
            long forget = address.lastCheckNs + consentTimeoutNs;
            if (address != selected && forget - next < 0) {
                next = forget;
            }
        }
        return next;
    }

    private long lastConsentNs() {
        return selected == null ? createdNs : selected.lastCheckNs;
    }

    /// The credentials a binding request was made with, null when with none of ours.
    private @Nullable IceCredentials authenticate() {
        // Checks carry all three (RFC 8445 §7.1.1, §7.2.2; RFC 8489 §9.1.3).
        if (reader.type() != StunReader.BINDING_REQUEST
                || !reader.hasFingerprint()
                || !reader.hasIntegrity()
                || !reader.hasUsername()) {
            return null;
        }
        if (isMadeWith(credentials)) {
            return credentials;
        }
        IceCredentials former = formerCredentials;
        return former != null && isMadeWith(former) ? former : null;
    }

    private boolean isMadeWith(IceCredentials candidate) {
        return candidate.matchesUsername(
                        reader.buffer(), reader.usernameOffset(), reader.usernameLength())
                && candidate.integrity.matches(reader);
    }

    private void sendAnswer(IceCredentials used, InetSocketAddress remote) {
        output.sendStun(writer.integrity(used.integrity).fingerprint().finish(), remote);
    }

    private RemoteAddress validate(InetSocketAddress remote, long nowNs) {
        for (int i = 0; i < addresses.size(); i++) {
            RemoteAddress known = addresses.get(i);
            if (known.socketAddress.equals(remote)) {
                known.lastCheckNs = nowNs;
                return known;
            }
        }
        RemoteAddress address = new RemoteAddress(remote, nowNs);
        if (addresses.size() == maxAddresses) {
            forgetLongestSilent();
        }
        addresses.add(address);
        output.onAddressValidated(remote);
        return address;
    }

    private void forgetLongestSilent() {
        int longest = -1;
        for (int i = 0; i < addresses.size(); i++) {
            RemoteAddress address = addresses.get(i);
            if (address != selected
                    && (longest < 0
                            || address.lastCheckNs - addresses.get(longest).lastCheckNs < 0)) {
                longest = i;
            }
        }
        if (longest >= 0) {
            output.onAddressForgotten(addresses.remove(longest).socketAddress);
        }
    }

    /// Every nomination counts, also one that repeats: after a change of network the peer nominates
    /// its new pair, whatever its priority (RFC 8445 §8.1.1; with RFC 5245's aggressive nomination
    /// all of them reach the peer, so the last one is as good as any).
    private void nominate(RemoteAddress address, IceCredentials used) {
        IceCredentials former = formerCredentials;
        if (former != null && used == credentials) {
            formerCredentials = null;
            output.onUfragRetired(former.ufragKey);
        }
        if (address == selected) {
            return;
        }
        boolean interrupted = state == State.INTERRUPTED;
        selected = address;
        state = State.CONNECTED;
        output.onAddressSelected(address.socketAddress);
        if (interrupted) {
            output.onResumed();
        }
    }
}

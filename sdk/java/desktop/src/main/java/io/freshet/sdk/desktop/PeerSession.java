package io.freshet.sdk.desktop;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One peer connection from offer to close. What is sent or received on it is its [Role]'s
/// business.
///
/// The offer leaves without waiting for candidates: the server has a fixed address in its answer
/// and learns ours from the connectivity checks (RFC 8445 §7.3.1.3).
final class PeerSession implements MediaSession {
    /// How often a young connection is asked whether the first packets passed.
    private static final long FIRST_PACKET_POLL_MS = 50;

    /// After this many polls the other kind of media is probably not there at all.
    private static final int FAST_POLLS = 100;

    private static final long SLOW_POLL_MS = 1000;

    /// The part that differs between publishing and playing. Called on the media thread.
    interface Role {
        PeerConnectionFactory factory();

        /// Adds the transceivers before the first offer.
        void open(RTCPeerConnection connection, PeerSession session);

        /// Adds to the answer what libwebrtc takes only from there.
        String prepareAnswer(String sdp);

        /// Lets go of the connection, which is closed after this.
        void beforeClose();

        /// Frees what the connection used.
        void afterClose();
    }

    private final MediaThread thread;
    private final Supplier<Role> roles;
    private final Listener listener;
    private final AtomicBoolean firstAudio = new AtomicBoolean();
    private final AtomicBoolean firstVideo = new AtomicBoolean();
    private final AtomicBoolean firstRendered = new AtomicBoolean();

    /// Set by the SDK; nothing is reported from then on.
    private volatile boolean closed;

    /// Media thread only, as is everything below.
    private @Nullable RTCPeerConnection connection;

    private @Nullable Role role;
    private int polls;
    private boolean polling;

    /// A session that has not begun yet.
    ///
    /// @param roles asked once, on the media thread
    PeerSession(MediaThread thread, Supplier<Role> roles, Listener listener) {
        this.thread = thread;
        this.roles = roles;
        this.listener = listener;
    }

    /// Opens the connection and makes the first offer.
    void start() {
        thread.post(this::open);
    }

    private void open() {
        if (closed) {
            return;
        }
        try {
            RTCConfiguration configuration = new RTCConfiguration();
            configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
            configuration.portAllocatorConfig.setEnableAnyAddressPorts(hasOnlyLoopback());
            // TCP candidates would only delay the end of gathering: the server speaks UDP here.
            configuration.portAllocatorConfig.setDisableTcp(true);
            Role opened = roles.get();
            role = opened;
            connection = opened.factory().createPeerConnection(configuration, new Observer());
            opened.open(connection, this);
            offer(connection);
        } catch (RuntimeException | Error failure) {
            fail("the connection could not be made: " + failure.getMessage());
        }
    }

    /// libwebrtc leaves the loopback interface out; on a machine that is offline nothing would
    /// remain to reach a local server with.
    private static boolean hasOnlyLoopback() {
        try {
            return NetworkInterface.networkInterfaces().allMatch(PeerSession::isUseless);
        } catch (SocketException unknown) {
            return false;
        }
    }

    private static boolean isUseless(NetworkInterface candidate) {
        try {
            return candidate.isLoopback() || !candidate.isUp();
        } catch (SocketException gone) {
            return true;
        }
    }

    private void offer(RTCPeerConnection open) {
        open.createOffer(
                new RTCOfferOptions(),
                new CreateSessionDescriptionObserver() {
                    @Override
                    public void onSuccess(RTCSessionDescription offer) {
                        thread.post(() -> setLocal(offer));
                    }

                    @Override
                    public void onFailure(String error) {
                        fail("no offer could be made: " + error);
                    }
                });
    }

    private void setLocal(RTCSessionDescription offer) {
        if (connection == null) {
            return;
        }
        // libwebrtc runs descriptions in order, so the offer need not wait for this to finish.
        connection.setLocalDescription(offer, new Applied("our own offer"));
        if (!closed) {
            listener.onOffer(offer.sdp);
        }
    }

    @Override
    public void acceptAnswer(String sdp) {
        whileOpen((open, ofRole) ->
                open.setRemoteDescription(
                        new RTCSessionDescription(RTCSdpType.ANSWER, ofRole.prepareAnswer(sdp)),
                        new Applied("the server's answer")));
    }

    @Override
    public void restartIce() {
        whileOpen((open, ofRole) -> {
            open.restartIce();
            offer(open);
        });
    }

    @Override
    public void collectStats(Consumer<MediaStats> consumer) {
        whileOpen((open, ofRole) ->
                open.getStats(
                        report -> consumer.accept(StatsReader.read(report, System.nanoTime()))));
    }

    private void whileOpen(BiConsumer<RTCPeerConnection, Role> work) {
        thread.post(() -> {
            if (connection == null || role == null) {
                return;
            }
            try {
                work.accept(connection, role);
            } catch (RuntimeException | Error refused) {
                fail("the media library refused: " + refused.getMessage());
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        thread.post(this::free);
    }

    /// Frees the connection now. Media thread.
    void free() {
        closed = true;
        RTCPeerConnection open = connection;
        Role ending = role;
        connection = null;
        role = null;
        if (open == null || ending == null) {
            return;
        }
        ending.beforeClose();
        open.close();
        ending.afterClose();
    }

    boolean isClosed() {
        return closed;
    }

    // --- what the role has seen; any thread ----------------------------------------------------

    void onVideoFrame(boolean sizeChanged, int width, int height) {
        if (closed) {
            return;
        }
        if (firstVideo.compareAndSet(false, true)) {
            listener.onFirstVideo();
        }
        if (sizeChanged) {
            listener.onVideoSizeChanged(width, height);
        }
        if (firstRendered.compareAndSet(false, true)) {
            listener.onFirstVideoRendered();
        }
    }

    private void fail(String reason) {
        if (!closed) {
            listener.onFailed(reason);
        }
    }

    private void onConnectionState(RTCPeerConnectionState state) {
        if (closed) {
            return;
        }
        if (state == RTCPeerConnectionState.CONNECTED) {
            listener.onConnected();
            thread.post(this::startPolling);
        } else if (state == RTCPeerConnectionState.DISCONNECTED) {
            listener.onDisconnected();
        } else if (state == RTCPeerConnectionState.FAILED) {
            fail("no way to the server's media port: it does not answer, or the encryption failed");
        }
    }

    private void startPolling() {
        if (!polling) {
            polling = true;
            pollFirstPackets();
        }
    }

    private void pollFirstPackets() {
        if (connection == null || (firstAudio.get() && firstVideo.get())) {
            return;
        }
        connection.getStats(report -> onFirstPackets(StatsReader.read(report, 0)));
        long delayMs = ++polls < FAST_POLLS ? FIRST_PACKET_POLL_MS : SLOW_POLL_MS;
        thread.postLater(this::pollFirstPackets, delayMs, TimeUnit.MILLISECONDS);
    }

    private void onFirstPackets(MediaStats stats) {
        if (closed) {
            return;
        }
        if (stats.audioPackets() > 0 && firstAudio.compareAndSet(false, true)) {
            listener.onFirstAudio();
        }
        if (stats.videoPackets() > 0 && firstVideo.compareAndSet(false, true)) {
            listener.onFirstVideo();
        }
    }

    /// Calls come on libwebrtc's signalling thread, which must not be blocked.
    private final class Observer implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {}

        @Override
        public void onConnectionChange(RTCPeerConnectionState state) {
            onConnectionState(state);
        }
    }

    private final class Applied implements SetSessionDescriptionObserver {
        private final String what;

        Applied(String what) {
            this.what = what;
        }

        @Override
        public void onSuccess() {}

        @Override
        public void onFailure(String error) {
            fail("the media library refused " + what + ": " + error);
        }
    }
}

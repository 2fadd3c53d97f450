package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.forbid.Visitor;
import io.freshet.server.control.time.RateWindow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user's presence in one room, by a login or by a publication over HTTP. All that changes is
/// guarded by the room's lock, but for the grant.
final class Participant implements TokenExpiry.Holder {
    /// What stands behind a participant. Called without any lock held.
    interface Owner {
        /// The state of a stream's transport changed, short of its end.
        void onPublishState(ServerMessage.PublishStateChanged state);

        /// The transport of a stream is gone; the stream is still there.
        void onPublishEnded(Participant participant, String streamId, String reason);

        /// The server has taken a stream away; the participant is still in its room.
        void onTakenAway(Participant participant, String streamId, ErrorCode code, String reason);

        /// The token with which it came runs out soon.
        void onTokenWillExpire(Participant participant, int remainingSeconds);

        /// The server takes the participant out of its room, or has just done so.
        void onRemoved(Participant participant, Kick kick, EndReason reason);
    }

    final Room room;
    final RoomUser user;

    final Owner owner;

    /// Empty over HTTP.
    final String resumeKey;

    private final boolean userStatusNotify;

    /// In place of an earlier presence, not of the user's own free will.
    private boolean relogin;

    /// What the token allows; replaced by a renewed one.
    private volatile Grant grant;

    /// Looks after the token; one thread at a time sets it, that of the client's requests.
    private volatile TokenExpiry.@Nullable Watch tokenWatch;

    /// Streams published or about to be, by stream id.
    final Map<String, Publication> publications = new LinkedHashMap<>();

    /// True once it is out of the room, for good.
    private boolean left;

    /// Where events go; null while the client is away, and over HTTP.
    private @Nullable Connection attachment;

    private long detachedAtNs;

    /// Where its client is, or was when last heard.
    private String address = "";

    private ClientAbilities abilities = ClientAbilities.NONE;

    /// How far its client has been told about the room.
    Progress progress = new Progress();

    /// The room's version when it was its turn to be told, or when it came. [EventFanout]'s.
    long toldVersion;

    /// Messages up to this one were sent before it came.
    private long firstMessageId;

    /// Its broadcast messages.
    final RateWindow broadcasts = new RateWindow(Limits.BROADCAST_MESSAGES_PER_SECOND_OF_USER);

    Participant(
            Room room,
            RoomUser user,
            Owner owner,
            String resumeKey,
            boolean userStatusNotify,
            Grant grant) {
        this.room = room;
        this.user = user;
        this.owner = owner;
        this.resumeKey = resumeKey;
        this.userStatusNotify = userStatusNotify;
        this.grant = grant;
    }

    Grant grant() {
        return grant;
    }

    void renew(Grant newGrant) {
        grant = newGrant;
    }

    /// Begins to look after its token, or looks again.
    void watchToken(TokenExpiry expiry, long appId) {
        TokenExpiry.Watch watch = tokenWatch;
        if (watch == null) {
            tokenWatch = expiry.watch(appId, this);
        } else {
            watch.look();
        }
    }

    @Override
    public Optional<Grant> currentGrant() {
        room.lock.lock();
        try {
            return left ? Optional.empty() : Optional.of(grant);
        } finally {
            room.lock.unlock();
        }
    }

    @Override
    public void onTokenWillExpire(int remainingSeconds) {
        owner.onTokenWillExpire(this, remainingSeconds);
    }

    @Override
    public void onTokenExpired() {
        owner.onRemoved(this, TokenExpiry.EXPIRED, EndReason.TOKEN_EXPIRED);
    }

    void markRelogin() {
        relogin = true;
    }

    boolean isRelogin() {
        return relogin;
    }

    boolean hasLeft() {
        return left;
    }

    void markLeft() {
        left = true;
        attachment = null;
    }

    boolean isAttached() {
        return attachment != null;
    }

    boolean isAttachedTo(Connection connection) {
        return attachment == connection;
    }

    void comeFrom(String clientAddress) {
        address = clientAddress;
    }

    Visitor visitor() {
        return new Visitor(address, room.roomId, user.userId());
    }

    void attach(Connection connection) {
        attachment = connection;
        address = connection.address();
        abilities = connection.abilities();
        progress = new Progress();
    }

    void detach(long nowNs) {
        if (attachment != null) {
            attachment = null;
            detachedAtNs = nowNs;
        }
    }

    /// Whether it has been away since then or longer.
    boolean isAwaySince(long sinceNs) {
        return attachment == null && detachedAtNs <= sinceNs;
    }

    /// Before it is attached: what its client understands.
    void understand(ClientAbilities understood) {
        abilities = understood;
    }

    ClientAbilities abilities() {
        return abilities;
    }

    /// Whether it came by a login, not over HTTP.
    boolean isBySignalling() {
        return !resumeKey.isEmpty();
    }

    long firstMessageId() {
        return firstMessageId;
    }

    void startMessagesAt(long newestId) {
        firstMessageId = newestId;
    }

    boolean seesUsers() {
        return userStatusNotify;
    }

    boolean owns(RoomUser subject) {
        return subject.userId().equals(user.userId());
    }

    /// Whether the event belongs to this participant's view: what others do, and their coming and
    /// going only if it asked for that.
    boolean sees(RoomEvent event) {
        return Sight.of(this).sees(event) && Sight.actor(event).filter(this::owns).isEmpty();
    }

    /// Passes something on to the attached client; false if its queue is full, and then it is
    /// caught up later.
    boolean offer(SharedMessage message) {
        Connection to = attachment;
        if (to == null) {
            return true;
        }
        if (!to.sendShared(message)) {
            to.onLagging();
            return false;
        }
        return true;
    }

    /// Whether the server has not come to write what is queued for its client.
    boolean waitsForServer() {
        Connection to = attachment;
        return to != null && to.waitsForServer();
    }

    /// Whether its client does not keep up: nothing is there for it to read that it could do
    /// without.
    boolean isCrowded() {
        Connection to = attachment;
        return to == null || progress.isBehind() || to.isCrowded();
    }

    /// Passes something on that may be lost.
    void deliverIfPossible(SharedMessage message) {
        if (attachment != null) {
            attachment.sendShared(message);
        }
    }
}

package io.freshet.sdk.room;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one client knows of a room, by the rules of `protocol/spec/signalling.md` section 5.
/// Snapshots, pages and events go in, what has changed for the app comes out: applied in order to
/// what the app was told before, it always yields the server's state, no entry is added twice and
/// none removed that was not there.
///
/// While pages of a snapshot are missing, streams are told as they come, so that they can be played
/// at once; users who are new are told in one list when the view is whole. Whoever leaves is told
/// at once.
///
/// Its size is the room's, which the server bounds. No time, no thread, no input or output.
public final class RoomView {
    private final String ownUserId;
    private final boolean userNotices;

    /// The users the app was told of; while the view is not whole, some of them may be gone.
    private final Map<String, RoomUser> users = new LinkedHashMap<>();

    /// While the view is not whole: the users who are certainly there, told or not.
    private final Map<String, RoomUser> confirmedUsers = new LinkedHashMap<>();

    private final Map<String, RoomStream> streams = new LinkedHashMap<>();

    /// Streams that the parts of the snapshot have not brought yet.
    private final Set<String> doubtfulStreams = new HashSet<>();

    private final Map<String, RoomExtraInfo> extraInfos = new LinkedHashMap<>();
    private long version;
    private boolean begun;
    private boolean whole = true; // an empty room of version 0

    /// @param userNotices whether the app wants to hear of users; streams it hears of always
    public RoomView(String ownUserId, boolean userNotices) {
        this.ownUserId = ownUserId;
        this.userNotices = userNotices;
    }

    /// The room's version last seen, 0 before the first snapshot.
    public long version() {
        return version;
    }

    /// The version to resume with: 0, which asks for a snapshot, while pages are missing.
    public long resumeVersion() {
        return whole ? version : 0;
    }

    /// Whether no page of the last snapshot is missing.
    public boolean isWhole() {
        return whole;
    }

    /// The streams of others, oldest first.
    public List<RoomStream> streams() {
        return new ArrayList<>(streams.values());
    }

    public Optional<RoomStream> stream(String streamId) {
        return Optional.ofNullable(streams.get(streamId));
    }

    /// The other users that the app was told of, in that order.
    public List<RoomUser> users() {
        return new ArrayList<>(users.values());
    }

    /// Begins anew with a snapshot or, if it has `more`, with the first part of one. Removals come
    /// before additions; in a whole snapshot users come before streams where they are added and
    /// after them where they are removed, so that a stream is never there without its user.
    public List<RoomChange> onSnapshot(long newVersion, Answer.Snapshot snapshot) {
        Changes changes = new Changes();
        version = newVersion;
        whole = false;
        confirmedUsers.clear();
        doubtfulStreams.clear();
        doubtfulStreams.addAll(streams.keySet());
        addPart(snapshot.users(), snapshot.streams(), snapshot.more(), changes);
        replaceExtraInfos(snapshot.roomExtraInfo(), changes);
        begun = true;
        return changes.list();
    }

    /// Adds the next part of a snapshot; none is due for a view that is whole.
    public List<RoomChange> onPage(
            long newVersion, List<RoomUser> moreUsers, List<RoomStream> moreStreams, boolean more) {
        Changes changes = new Changes();
        if (!whole) {
            version = newVersion;
            addPart(moreUsers, moreStreams, more, changes);
        }
        return changes.list();
    }

    /// Moves on by events, missed ones as well as new ones; those at or below [#version] are known
    /// already and skipped.
    ///
    /// @param newVersion the room's version after them, which may be larger than the last event's
    public List<RoomChange> onEvents(long newVersion, List<RoomEvent> events) {
        Changes changes = new Changes();
        for (RoomEvent event : events) {
            if (event.version() > version) {
                version = event.version();
                apply(event, changes);
            }
        }
        version = Math.max(version, newVersion);
        return changes.list();
    }

    private void addPart(
            List<RoomUser> someUsers, List<RoomStream> someStreams, boolean more, Changes changes) {
        for (RoomUser user : someUsers) {
            if (isTold(user)) {
                confirmedUsers.put(user.userId(), user);
            }
        }
        for (RoomStream stream : someStreams) {
            doubtfulStreams.remove(stream.streamId());
            removeFormer(stream, changes);
        }
        if (!more) {
            becomeWhole(changes);
        }
        for (RoomStream stream : someStreams) {
            if (!isOwn(stream)) {
                addStream(stream, changes);
            }
        }
    }

    private void becomeWhole(Changes changes) {
        whole = true;
        for (RoomStream stream : streams()) {
            if (doubtfulStreams.contains(stream.streamId())) {
                removeStream(stream, StreamRemovalReason.DISCONNECTED, changes);
            }
        }
        doubtfulStreams.clear();
        for (RoomUser user : users()) {
            if (!user.equals(confirmedUsers.get(user.userId()))) {
                users.remove(user.userId());
                changes.removed(user);
            }
        }
        for (RoomUser user : confirmedUsers.values()) {
            addUser(user, changes);
        }
        confirmedUsers.clear();
    }

    /// An info that a snapshot lacks is gone, which is told as an empty value.
    private void replaceExtraInfos(List<RoomExtraInfo> infos, Changes changes) {
        Map<String, RoomExtraInfo> former = new LinkedHashMap<>(extraInfos);
        extraInfos.clear();
        for (RoomExtraInfo info : infos) {
            RoomExtraInfo known = former.remove(info.key());
            extraInfos.put(info.key(), info);
            // To an app that has just come even its own words of another time are news.
            if (!begun || (!info.equals(known) && !isOwn(info))) {
                changes.extraInfoWritten(info);
            }
        }
        for (RoomExtraInfo gone : former.values()) {
            if (!gone.value().isEmpty()) {
                changes.extraInfoWritten(
                        new RoomExtraInfo(gone.key(), "", gone.updateUser(), gone.updateTimeMs()));
            }
        }
    }

    private void apply(RoomEvent event, Changes changes) {
        if (event instanceof RoomEvent.UserJoined joined) {
            onJoined(joined.user(), changes);
        } else if (event instanceof RoomEvent.UserLeft left) {
            String userId = left.user().userId();
            confirmedUsers.remove(userId);
            RoomUser known = users.remove(userId);
            if (known != null) {
                changes.removed(known);
            }
        } else if (event instanceof RoomEvent.StreamAdded added) {
            doubtfulStreams.remove(added.stream().streamId());
            if (isOwn(added.stream())) {
                removeFormer(added.stream(), changes);
            } else {
                addStream(added.stream(), changes);
            }
        } else if (event instanceof RoomEvent.StreamRemoved removed) {
            RoomStream known = streams.get(removed.stream().streamId());
            if (known != null) {
                removeStream(known, removed.reason(), changes);
            }
        } else if (event instanceof RoomEvent.StreamExtraInfoChanged changed) {
            change(changed.stream(), changes);
        } else if (event instanceof RoomEvent.StreamDeviceStatesChanged changed) {
            change(changed.stream(), changes);
        } else if (event instanceof RoomEvent.RoomExtraInfoChanged written) {
            RoomExtraInfo info = written.roomExtraInfo();
            extraInfos.put(info.key(), info);
            if (!isOwn(info)) {
                changes.extraInfoWritten(info);
            }
        }
    }

    private void onJoined(RoomUser user, Changes changes) {
        if (!isTold(user)) {
            return;
        }
        if (whole) {
            addUser(user, changes);
        } else {
            confirmedUsers.put(user.userId(), user);
        }
    }

    /// A stream that was in doubt is not any more: the event says that it is there.
    private void change(RoomStream stream, Changes changes) {
        if (streams.containsKey(stream.streamId())) {
            doubtfulStreams.remove(stream.streamId());
            addStream(stream, changes);
        }
    }

    /// Tells of the user unless the app knows it under this very name.
    private void addUser(RoomUser user, Changes changes) {
        RoomUser known = users.put(user.userId(), user);
        if (known == null) {
            changes.added(user);
        } else if (!known.equals(user)) {
            changes.removed(known);
            changes.added(user);
        }
    }

    /// A stream of the same ID by somebody else, or by somebody of another name, is another stream.
    private void removeFormer(RoomStream stream, Changes changes) {
        RoomStream known = streams.get(stream.streamId());
        if (known != null && !known.user().equals(stream.user())) {
            removeStream(known, StreamRemovalReason.DISCONNECTED, changes);
        }
    }

    /// Of a known stream at most the extra info and the devices are new.
    private void addStream(RoomStream stream, Changes changes) {
        removeFormer(stream, changes);
        RoomStream known = streams.put(stream.streamId(), stream);
        if (known == null) {
            changes.added(stream);
            return;
        }
        if (!known.extraInfo().equals(stream.extraInfo())) {
            changes.extraInfoChanged(stream);
        }
        if (known.camera() != stream.camera() || known.microphone() != stream.microphone()) {
            changes.devicesChanged(stream);
        }
    }

    private void removeStream(RoomStream stream, StreamRemovalReason reason, Changes changes) {
        streams.remove(stream.streamId());
        changes.removed(stream, reason);
    }

    private boolean isTold(RoomUser user) {
        return userNotices && !user.userId().equals(ownUserId);
    }

    private boolean isOwn(RoomStream stream) {
        return stream.user().userId().equals(ownUserId);
    }

    private boolean isOwn(RoomExtraInfo info) {
        return info.updateUser().userId().equals(ownUserId);
    }
}

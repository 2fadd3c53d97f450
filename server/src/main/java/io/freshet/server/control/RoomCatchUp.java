package io.freshet.server.control;

import io.freshet.protocol.Limits;
import io.freshet.protocol.MessageCodec;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Brings single clients up to what a room is: with the events that they missed, or a snapshot, in
/// one piece or in pages. What happens after is [EventFanout]'s to tell. Guarded by the room's
/// lock.
final class RoomCatchUp {
    /// What an answer has around a snapshot, at most.
    private static final int SNAPSHOT_FRAME_BYTES = 2_048;

    /// The first part of a room that is told in pages: these are shared, and a part in the answer
    /// could not be.
    private static final Roster.Part NOTHING_YET = new Roster.Part(List.of(), List.of(), 0, true);

    /// What [#sendNext] has achieved.
    enum Outcome {
        /// The client has everything.
        DONE,
        /// Something was sent, and there is more.
        MORE,
        /// The client's queue is full.
        FULL
    }

    private final Room room;
    private final EventLog log;
    private final Roster roster;
    private final int pageSize;
    private final Counters counters;

    RoomCatchUp(Room room, EventLog log, Roster roster, RoomBasis basis) {
        this.room = room;
        this.log = log;
        this.roster = roster;
        this.pageSize = basis.config().fanout().pageSize();
        this.counters = basis.counters();
    }

    /// Whether a client that does not know pages can be told about this room.
    boolean fitsOneMessage(Participant viewer) {
        if (viewer.abilities().pages()
                || room.userCount() + room.streams.count() <= Limits.ROOM_PAGE_MAX_COUNT) {
            return true;
        }
        // By far the most rooms fit; only one that is large is looked at more closely.
        String text =
                MessageCodec.encode(
                        new ServerMessage.RoomSnapshot(
                                room.roomId, log.version(), wholeFor(viewer)));
        return text.getBytes(StandardCharsets.UTF_8).length + SNAPSHOT_FRAME_BYTES
                <= Limits.SERVER_MESSAGE_MAX_BYTES;
    }

    /// All that a participant sees of the room, in one piece: the others, and what is the room's.
    Answer.Snapshot wholeFor(Participant viewer) {
        Roster.Part part = roster.cut(viewer, 0, log.version(), Integer.MAX_VALUE);
        return new Answer.Snapshot(
                part.users(), part.streams(), room.userCount(), extraInfo(), false);
    }

    /// The room for one participant, or the first part of it; [#sendNext] brings the others.
    Answer.Snapshot snapshotFor(Participant viewer) {
        boolean inPages = viewer.abilities().pages() && roster.size() > pageSize;
        Roster.Part part =
                inPages && viewer.seesUsers()
                        ? NOTHING_YET
                        : roster.cut(
                                viewer, 0, log.version(), inPages ? pageSize : Integer.MAX_VALUE);
        Progress progress = viewer.progress;
        progress.position = log.version();
        progress.eventsBehind = false;
        progress.paging = part.more();
        progress.paged = part.last();
        progress.pagesEnd = log.version();
        return new Answer.Snapshot(
                part.users(), part.streams(), room.userCount(), extraInfo(), part.more());
    }

    /// What a participant that has seen everything up to `version` needs: the events since, the
    /// first of them if they are many, or a snapshot if the log does not reach back so far or it
    /// has seen nothing (version 0). Its position is then what it has been told.
    Answer.RoomState stateSince(long version, Participant viewer) {
        if (version == 0 || !log.reaches(version)) {
            counters.snapshotsSent.increment();
            return snapshotFor(viewer);
        }
        List<RoomEvent> events = log.after(version, viewer::sees);
        Progress progress = viewer.progress;
        progress.eventsBehind = events.size() > Limits.ROOM_EVENTS_MAX_COUNT;
        if (progress.eventsBehind) {
            events = events.subList(0, Limits.ROOM_EVENTS_MAX_COUNT);
            progress.position = events.getLast().version();
        } else {
            progress.position = log.version();
        }
        return new Answer.Missed(events);
    }

    /// Gives a participant the next part of what it lacks: events, or a snapshot if the log does
    /// not have them any more; then reliable messages; then the next page.
    Outcome sendNext(Participant participant, Connection connection) {
        Progress progress = participant.progress;
        if (progress.eventsBehind || (progress.paging && progress.position < log.version())) {
            if (!sendEvents(participant, connection)) {
                return Outcome.FULL;
            }
        } else if (progress.messagesBehind) {
            Optional<MessageLog.Batch> batch = room.messages().missedBy(participant);
            if (batch.isEmpty()) {
                progress.messagesBehind = false;
            } else if (connection.sendIfUncrowded(batch.get().message())) {
                progress.messagePosition = batch.get().lastId();
            } else {
                return Outcome.FULL;
            }
        } else if (progress.paging && !sendPages(participant, connection)) {
            return Outcome.FULL;
        }
        return progress.isBehind() ? Outcome.MORE : Outcome.DONE;
    }

    private boolean sendEvents(Participant participant, Connection connection) {
        Progress progress = participant.progress;
        long position = progress.position;
        boolean behind = progress.eventsBehind;
        boolean paging = progress.paging;
        ServerMessage message =
                switch (stateSince(position, participant)) {
                    case Answer.Missed(var events) ->
                            new ServerMessage.RoomEvents(room.roomId, progress.position, events);
                    case Answer.Snapshot snapshot ->
                            new ServerMessage.RoomSnapshot(room.roomId, log.version(), snapshot);
                };
        if (!connection.sendIfUncrowded(message)) {
            // As it was; a snapshot that was not sent began no pages.
            progress.position = position;
            progress.eventsBehind = behind || message instanceof ServerMessage.RoomSnapshot;
            progress.paging = paging;
            return false;
        }
        if (behind) {
            counters.catchUps.increment();
        }
        return true;
    }

    /// All pages if they fit: as long as nothing happens between them, no events belong there.
    private boolean sendPages(Participant participant, Connection connection) {
        Progress progress = participant.progress;
        long ownVersion = room.arrivalOf(participant);
        while (progress.paging) {
            Roster.Page page =
                    roster.page(participant, ownVersion, progress.paged, progress.pagesEnd);
            if (!connection.sendPage(
                    new SharedPage(room.roomId, progress.position, page.part(), page.more()))) {
                return false;
            }
            progress.paged = page.last();
            progress.paging = page.more();
        }
        return true;
    }

    /// As a snapshot holds it.
    private List<RoomExtraInfo> extraInfo() {
        return room.extraInfo().map(List::of).orElse(List.of());
    }
}

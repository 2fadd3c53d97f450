package io.freshet.server.usage;

import io.freshet.server.control.RoomObserver;
import io.freshet.server.control.RoomOccurrence;
import io.freshet.server.control.RoomOccurrence.PlayLife;
import io.freshet.server.control.RoomOccurrence.RoomLife;
import io.freshet.server.control.RoomOccurrence.StreamLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What runs now and what it has used so far. Any thread; owns no clock.
///
/// Bounded by what runs, which the room service bounds, and by a limit for what could not be
/// written yet; what exceeds that is counted as lost.
final class UsageLedger implements RoomObserver {
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    /// Guards everything; nothing is taken while it is held.
    private final ReentrantLock lock = new ReentrantLock();

    private final int maxUnwritten;
    private final Map<Long, Activity> publications = new HashMap<>(); // by the stream's life
    private final Map<Long, Activity> plays = new HashMap<>(); // by the play's id

    /// Plays of each stream's life, whose tier follows its picture; a play may outlive it.
    private final Map<Long, Set<Long>> playsOfStream = new HashMap<>();

    private final Map<Long, Long> streamOfPlay = new HashMap<>();

    /// Pieces that are not on disk as they are here.
    private final Map<UsagePiece.Key, UsagePiece> unwritten = new LinkedHashMap<>();

    private boolean ended; // something has, since the last collection
    private long lostSeconds;

    UsageLedger(int maxUnwritten) {
        this.maxUnwritten = maxUnwritten;
    }

    @Override
    public void onOccurrence(RoomOccurrence occurrence) {
        lock.lock();
        try {
            switch (occurrence) {
                case RoomOccurrence.StreamCreated it -> {
                    if (!it.stream().injected()) {
                        publications.put(
                                it.stream().streamSessionId(),
                                new Activity(
                                        publication(it.room(), it.stream()), Tier.AUDIO, it.at()));
                    }
                }
                case RoomOccurrence.PictureChanged it -> onPicture(it);
                case RoomOccurrence.StreamClosed it ->
                        end(publications.remove(it.stream().streamSessionId()), it.at().nowNs());
                case RoomOccurrence.PlayStarted it -> onPlayStarted(it);
                case RoomOccurrence.PlayStopped it -> onPlayStopped(it);
                case RoomOccurrence.RoomCreated _,
                        RoomOccurrence.RoomClosed _,
                        RoomOccurrence.UserLoggedIn _,
                        RoomOccurrence.UserLoggedOut _ -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    /// Counts up to now and returns all that is not on disk.
    List<UsagePiece> collect(long nowNs) {
        lock.lock();
        try {
            ended = false;
            for (Activity activity : publications.values()) {
                activity.countUntil(nowNs);
                keep(activity.takeChanged());
            }
            for (Activity activity : plays.values()) {
                activity.countUntil(nowNs);
                keep(activity.takeChanged());
            }
            return List.copyOf(unwritten.values());
        } finally {
            lock.unlock();
        }
    }

    /// These are on disk now.
    void onWritten(List<UsagePiece> pieces) {
        lock.lock();
        try {
            for (UsagePiece piece : pieces) {
                unwritten.remove(piece.key(), piece);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Something has come to its end since the last collection.
    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    int running() {
        lock.lock();
        try {
            return publications.size() + plays.size();
        } finally {
            lock.unlock();
        }
    }

    long lostSeconds() {
        lock.lock();
        try {
            return lostSeconds;
        } finally {
            lock.unlock();
        }
    }

    private void onPicture(RoomOccurrence.PictureChanged change) {
        Tier tier = Tier.of(change.picture());
        List<Activity> concerned = new ArrayList<>();
        Activity publication = publications.get(change.streamSessionId());
        if (publication != null) {
            concerned.add(publication);
        }
        for (Long playId : playsOfStream.getOrDefault(change.streamSessionId(), Set.of())) {
            Activity play = plays.get(playId);
            if (play != null) {
                concerned.add(play);
            }
        }
        concerned.forEach(activity -> activity.onTier(tier, change.at().nowNs()));
    }

    private void onPlayStarted(RoomOccurrence.PlayStarted start) {
        long playId = start.play().playId();
        plays.put(
                playId,
                new Activity(
                        play(start.room(), start.play()), Tier.of(start.picture()), start.at()));
        streamOfPlay.put(playId, start.streamSessionId());
        playsOfStream.computeIfAbsent(start.streamSessionId(), _ -> new HashSet<>()).add(playId);
    }

    private void onPlayStopped(RoomOccurrence.PlayStopped stop) {
        long playId = stop.play().playId();
        Long stream = streamOfPlay.remove(playId);
        if (stream != null) {
            playsOfStream.computeIfPresent(
                    stream,
                    (_, ids) -> {
                        ids.remove(playId);
                        return ids.isEmpty() ? null : ids;
                    });
        }
        end(plays.remove(playId), stop.at().nowNs());
    }

    private void end(@Nullable Activity activity, long nowNs) {
        if (activity != null) {
            activity.countUntil(nowNs);
            keep(activity.takeChanged());
            ended = true;
        }
    }

    private void keep(List<UsagePiece> pieces) {
        for (UsagePiece piece : pieces) {
            UsagePiece former = unwritten.get(piece.key());
            if (former != null || unwritten.size() < maxUnwritten) {
                unwritten.put(piece.key(), piece);
            } else {
                lostSeconds += piece.seconds();
            }
        }
    }

    private static UsagePiece publication(RoomLife room, StreamLife stream) {
        return new UsagePiece(
                stream.streamSessionId(),
                ANY_DAY,
                Tier.AUDIO,
                UsagePiece.Kind.PUBLISH,
                room.appId(),
                room.roomId(),
                stream.userId(),
                stream.streamId(),
                0);
    }

    private static UsagePiece play(RoomLife room, PlayLife play) {
        return new UsagePiece(
                play.playId(),
                ANY_DAY,
                Tier.AUDIO,
                UsagePiece.Kind.PLAY,
                room.appId(),
                room.roomId(),
                play.userId(),
                play.streamId(),
                0);
    }
}

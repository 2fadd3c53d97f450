package io.freshet.server.control;

import io.freshet.protocol.message.StreamRemovalReason;

/// Something that happened in a room, with all that a backend or a bill wants to know about it.
///
/// A user is logged in from its first presence to its last: who logs in by SDK and publishes by
/// WHIP at the same time is one user who is in once. Ids of sessions, streams and plays are
/// positive, random, and never used again.
public sealed interface RoomOccurrence {
    RoomLife room();

    Moment at();

    /// One life of a room, from its first login until it is empty.
    ///
    /// @param sessionId differs for each life; decimal digits, fits 63 bits
    record RoomLife(long appId, String roomId, String sessionId) {}

    /// A user's being logged in.
    ///
    /// @param tokenVersion of the token shown, 0 without one
    /// @param relogin this login took the place of an earlier one that the server still knew, or
    ///   the client tried to go on with one that was over
    record Visit(
            String userId,
            String userName,
            long sessionId,
            int tokenVersion,
            boolean relogin,
            Moment since) {}

    /// A stream from its first answer to its end, over all reconnects; or from its injection.
    ///
    /// @param injected announced by the backend, without media of its own
    /// @param title as the backend called it; empty for what users publish
    /// @param extraInfo as it is now
    /// @param videoCodec as in SDP (`VP8`), empty without video or when it is not known
    record StreamLife(
            String streamId,
            long streamSessionId,
            String userId,
            String userName,
            boolean injected,
            String title,
            String extraInfo,
            String videoCodec,
            Moment since) {
        StreamLife withExtraInfo(String info) {
            return new StreamLife(
                    streamId,
                    streamSessionId,
                    userId,
                    userName,
                    injected,
                    title,
                    info,
                    videoCodec,
                    since);
        }
    }

    /// One play of one stream, from connected media to its end.
    ///
    /// @param userId who plays
    record PlayLife(long playId, String userId, String streamId) {}

    record RoomCreated(RoomLife room, String creatorId, Moment at) implements RoomOccurrence {}

    /// The room is empty.
    ///
    /// @param quiet a backend closed it and did not ask to be told
    record RoomClosed(RoomLife room, EndReason reason, boolean quiet, Moment at)
            implements RoomOccurrence {}

    /// A user's first presence began.
    ///
    /// @param updateSeq one more with each login and logout of this life of the room
    record UserLoggedIn(RoomLife room, Visit visit, long updateSeq, Moment at)
            implements RoomOccurrence {}

    record UserLoggedOut(RoomLife room, Visit visit, EndReason reason, long updateSeq, Moment at)
            implements RoomOccurrence {}

    /// A stream can be played from now on.
    ///
    /// @param updateSeq one more with each stream that comes or goes in this life of the room
    record StreamCreated(RoomLife room, StreamLife stream, long updateSeq, Moment at)
            implements RoomOccurrence {}

    record StreamClosed(
            RoomLife room, StreamLife stream, EndReason reason, long updateSeq, Moment at)
            implements RoomOccurrence {}

    /// The stream has a picture, or one of another size.
    ///
    /// @param picture what it is seen to be now
    record PictureChanged(RoomLife room, long streamSessionId, Picture picture, Moment at)
            implements RoomOccurrence {}

    /// Media is connected; counted from here.
    ///
    /// @param room where the stream is published; players may be in another
    /// @param streamSessionId of the stream that is played
    /// @param picture of the stream at this moment
    record PlayStarted(
            RoomLife room, PlayLife play, long streamSessionId, Picture picture, Moment at)
            implements RoomOccurrence {}

    record PlayStopped(RoomLife room, PlayLife play, Moment at) implements RoomOccurrence {}

    /// What is seen of a stream's video.
    sealed interface Picture {
        /// No picture has come: sound only, or nothing yet.
        record None() implements Picture {}

        /// There is a picture whose size cannot be told.
        record OfUnknownSize() implements Picture {}

        record OfSize(int width, int height) implements Picture {}

        Picture NONE = new None();

        /// A picture of this size.
        ///
        /// @param width in pixels; 0 if it is not known
        static Picture of(int width, int height) {
            return width > 0 && height > 0 ? new OfSize(width, height) : new OfUnknownSize();
        }
    }

    /// Why a user, a stream or a room came to its end; of a room, why its last user left.
    enum EndReason {
        /// The user logged out, stopped the stream, or ended its session over HTTP.
        NORMAL(StreamRemovalReason.STOPPED),
        HEARTBEAT_TIMEOUT(StreamRemovalReason.HEARTBEAT_TIMEOUT),
        DISCONNECTED(StreamRemovalReason.DISCONNECTED),
        REPEATED_LOGIN(StreamRemovalReason.REPEATED_LOGIN),
        KICKED_OUT(StreamRemovalReason.KICKED_OUT),
        /// The login ended with its token.
        TOKEN_EXPIRED(StreamRemovalReason.KICKED_OUT),
        /// The room was closed around it.
        ROOM_CLEARED(StreamRemovalReason.KICKED_OUT),
        /// An operator or the application's backend ended it.
        BY_SERVER(StreamRemovalReason.REMOVED_BY_SERVER);

        private final StreamRemovalReason forClients;

        EndReason(StreamRemovalReason forClients) {
            this.forClients = forClients;
        }

        /// As those in the room are told of a stream.
        StreamRemovalReason forClients() {
            return forClients;
        }
    }
}

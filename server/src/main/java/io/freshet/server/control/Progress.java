package io.freshet.server.control;

/// How far one client has been told about its room. Whatever could not be queued for it leaves it
/// behind, and [RoomCatchUp] brings the rest. Guarded by the room's lock.
final class Progress {
    /// The version of the client's view once it has read its queue.
    long position;

    /// Events after the position could not be queued: no later ones are, until it has caught up.
    boolean eventsBehind;

    /// Pages of its last snapshot are still owed: what came after version `paged` and until
    /// `pagesEnd`.
    boolean paging;

    long paged;
    long pagesEnd;

    /// Reliable messages after `messagePosition` are owed.
    boolean messagesBehind;

    long messagePosition;

    boolean isBehind() {
        return eventsBehind || paging || messagesBehind;
    }

    void onMessagesMissed(long after) {
        if (!messagesBehind) {
            messagesBehind = true;
            messagePosition = after;
        }
    }
}

/// Rooms, users, streams and permissions. Knows no socket, no HTTP and no media class; time and
/// randomness are arguments.
///
/// [io.freshet.server.control.ControlPlane] is the way in; [io.freshet.server.control.MediaPlane],
/// [io.freshet.server.control.ProjectDirectory], [io.freshet.server.control.ClientSink] and
/// [io.freshet.server.control.ControlClock] are what it needs. Inside, a `Realm` is everything of
/// one AppID; a `Session` is one client's being logged in, a `Participant` its presence in one
/// `Room`, a `Publication` a stream it publishes there, a `Play` one that it plays; publisher and
/// players of a stream meet in a `StreamHub`. A `Connection` passes what a client asks on to
/// `LoginRequests`, `StreamRequests`, `PlayRequests` and `MessageRequests`.
///
/// **Locks**, in the order in which they may be taken, never two of a kind: a session's, a room's,
/// a stream hub's, then leaves (timers, a client's queue, the memory of kicked sessions). None is
/// held while the media plane is called; what a change leaves to be done without locks is collected
/// in an `Aftermath`. Clients' queues are filled under the room's lock, so that each gets the
/// events in the log's order.
///
/// **Decisions.** A user's own doings are left out of what it is told by the server; own is what
/// has the same userID. Everybody's coming and going is announced to those who asked for user
/// notices. A stream is announced when its publisher's offer is answered. A later login over
/// signalling kicks the earlier one of the same userID; publishing over HTTP neither kicks nor is
/// kicked.
@NullMarked
package io.freshet.server.control;

import org.jspecify.annotations.NullMarked;

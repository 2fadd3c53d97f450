package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage;

/// The way to one client: a bounded queue before a WebSocket.
///
/// Called on any thread, also several at once, and with locks held: an implementation must be
/// thread-safe, must only put the message in its queue, in order, and must not block or call back.
public interface ClientSink {
    /// Queues a message; false, without doing anything, if the queue is full. The room service then
    /// catches the client up when [ClientConnection#onWritable()] says that the queue has emptied.
    boolean send(ServerMessage message);

    /// Queues a message that can wait; an implementation should refuse it before the queue is full,
    /// so that there is room for answers.
    default boolean sendIfUncrowded(ServerMessage message) {
        return send(message);
    }

    /// Queues a message that goes to many clients; an implementation that encodes takes
    /// [SharedMessage#encoded], so that it is encoded once for all of them.
    default boolean sendShared(SharedMessage message) {
        return send(message.message());
    }

    /// Queues a page; an implementation that encodes takes [SharedPart#encoded], so that what many
    /// get is encoded once for all of them. A page can wait, too.
    default boolean sendPage(SharedPage page) {
        return send(page.message());
    }

    /// Whether something is in the queue that is not being written: it waits for the server, not
    /// for a client that reads slowly.
    default boolean waitsForServer() {
        return false;
    }

    /// Whether so much waits in the queue that what may be lost is better left out.
    default boolean isCrowded() {
        return false;
    }

    /// The client's IP address in its canonical text; empty if it is not known.
    default String address() {
        return "";
    }

    /// Ends the connection after what is queued; [ClientConnection#onClosed()] follows. May be
    /// called more than once.
    void close(String reason);
}

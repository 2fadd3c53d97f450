package io.freshet.server.control;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomUser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A [SimulatedClient]'s wish to be in one room, and what it knows of it.
final class SimulatedLogin {
    enum State {
        ENTERING,
        IN
    }

    final String roomId;

    /// Counts if its login makes the room.
    final int maxMemberCount;

    /// Streams it wishes to publish.
    final Set<String> publishing = new HashSet<>();

    /// Those of them that the server has accepted.
    final Set<String> published = new HashSet<>();

    /// What it has to tell the server that it no longer publishes.
    final Set<String> stopped = new HashSet<>();

    private final String userId;
    private final MessageBook book;
    private final boolean modern;
    private State state = State.ENTERING;
    private RoomView view = new RoomView();
    private String resumeKey = "";
    private String roomSessionId = "";
    private MessageBook.@Nullable Listener messages;
    private int pagesBefore;

    SimulatedLogin(
            String roomId, int maxMemberCount, String userId, boolean modern, MessageBook book) {
        this.roomId = roomId;
        this.maxMemberCount = maxMemberCount;
        this.userId = userId;
        this.modern = modern;
        this.book = book;
    }

    boolean isIn() {
        return state == State.IN;
    }

    RoomView view() {
        return view;
    }

    /// Only of a client that knows messages, and is in.
    MessageBook.Listener messages() {
        if (messages == null) {
            throw new AssertionError(userId + " does not know messages, or is not in " + roomId);
        }
        return messages;
    }

    int pages() {
        return pagesBefore + view.pages();
    }

    /// The connection is gone, or not there yet.
    void onDisconnected() {
        state = State.ENTERING;
    }

    /// What to resume; null for the first time.
    ClientMessage.@Nullable Resume resume() {
        return resumeKey.isEmpty()
                ? null
                : new ClientMessage.Resume(
                        resumeKey, view.resumeVersion(), messages == null ? 0 : messages.knownId());
    }

    /// Whether the login of before went on; otherwise it is another one.
    boolean onLoggedIn(Answer.LoggedIn loggedIn) {
        boolean resumed = loggedIn.resumeKey().equals(resumeKey);
        if (!resumed) {
            pagesBefore += view.pages();
            view = new RoomView();
            messages = null;
            published.clear();
        }
        resumeKey = loggedIn.resumeKey();
        state = State.IN;
        if (messages != null && loggedIn.roomSessionId().equals(roomSessionId)) {
            messages.onResumed(loggedIn.messageId());
        } else if (modern) {
            messages = book.begin(userId, loggedIn.roomSessionId(), loggedIn.messageId());
        }
        roomSessionId = loggedIn.roomSessionId();
        view.onLoggedIn(loggedIn);
        stopped.removeAll(publishing);
        return resumed;
    }

    /// Barrage messages may get lost, but never come to their sender.
    void onBarrage(List<RoomMessage> barrage) {
        for (RoomMessage message : barrage) {
            requireOther(message.fromUser());
        }
    }

    /// Transparent messages may get lost, but come to nobody else than those who are named.
    void onTransparent(RoomUser from, String text) {
        requireOther(from);
        book.requireReceiver(userId, text);
    }

    private void requireOther(RoomUser from) {
        if (!modern || from.userId().equals(userId)) {
            throw new AssertionError("a message from " + from + " is not for " + userId);
        }
    }

    @Override
    public String toString() {
        return roomId + " " + state + " " + view;
    }
}

package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.RoomUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Every reliable message that anybody in a simulation is known to have got or sent, and what each
/// login got of them: what one got, all others must have got, once and in order.
///
/// The text of a command names its receivers: `to u1 u2 #17`, or `to #17` for all.
final class MessageBook {
    private record Message(String fromUserId, Set<String> receivers) {
        boolean concerns(String userId) {
            return !fromUserId.equals(userId)
                    && (receivers.isEmpty() || receivers.contains(userId));
        }
    }

    private record Gap(long after, long until) {
        boolean has(long messageId) {
            return messageId > after && messageId <= until;
        }
    }

    /// What one login of one user got.
    final class Listener {
        private final String userId;
        private final String roomSessionId;
        private final long firstId;
        private final Set<Long> received = new HashSet<>();
        private final List<Gap> gaps = new ArrayList<>();
        private long knownId;

        private Listener(String userId, String roomSessionId, long firstId) {
            this.userId = userId;
            this.roomSessionId = roomSessionId;
            this.firstId = firstId;
            this.knownId = firstId;
        }

        long knownId() {
            return knownId;
        }

        /// The server said that it has nothing up to there any more.
        void onResumed(long messageId) {
            if (messageId > knownId) {
                gaps.add(new Gap(knownId, messageId));
                knownId = messageId;
                gapsTold++;
            }
        }

        void onMessage(long messageId, RoomUser from, String text) {
            assertThat(messageId).as("once and in order: %s", text).isGreaterThan(knownId);
            Message message = message(from.userId(), text);
            assertThat(message.concerns(userId)).as("%s is for %s", text, userId).isTrue();
            knownId = messageId;
            received.add(messageId);
            receivedInAll++;
            all.computeIfAbsent(roomSessionId, _ -> new TreeMap<>()).put(messageId, message);
        }

        private void check(long until) {
            all.getOrDefault(roomSessionId, new TreeMap<>())
                    .subMap(firstId, false, until, true)
                    .forEach((id, message) -> {
                        if (message.concerns(userId) && gaps.stream().noneMatch(g -> g.has(id))) {
                            assertThat(received)
                                    .as("messages of %s in %s", userId, roomSessionId)
                                    .contains(id);
                        }
                    });
        }
    }

    private final Map<String, TreeMap<Long, Message>> all = new HashMap<>();
    private final List<Listener> records = new ArrayList<>();
    private int receivedInAll;
    private int unreliable;
    private int gapsTold;
    private int texts;

    Listener begin(String userId, String roomSessionId, long firstId) {
        Listener made = new Listener(userId, roomSessionId, firstId);
        records.add(made);
        return made;
    }

    String text(List<String> receivers) {
        return "to " + String.join(" ", receivers) + (receivers.isEmpty() ? "#" : " #") + ++texts;
    }

    int received() {
        return receivedInAll;
    }

    int gapsTold() {
        return gapsTold;
    }

    /// An unreliable message came to this user.
    void requireReceiver(String userId, String text) {
        assertThat(message("", text).concerns(userId)).as("%s is for %s", text, userId).isTrue();
        unreliable++;
    }

    int unreliable() {
        return unreliable;
    }

    /// No login has a hole in what it got.
    void checkHoles() {
        records.forEach(one -> one.check(one.knownId));
    }

    /// This one has got everything.
    void checkComplete(Listener one) {
        one.check(Long.MAX_VALUE);
    }

    private static Message message(String fromUserId, String text) {
        String names = text.substring("to ".length(), text.indexOf('#')).trim();
        return new Message(
                fromUserId, names.isEmpty() ? Set.of() : new HashSet<>(List.of(names.split(" "))));
    }
}

package io.freshet.server.callback;

import java.util.List;
import java.util.Optional;

/// Callbacks that are not delivered yet, on disk.
interface Outbox {
    /// One that is to be kept.
    ///
    /// @param id larger than that of every earlier one
    record Entry(
            long id, long appId, String roomId, CallbackEvent event, int attempts, String json) {}

    /// What became of one by another attempt.
    ///
    /// @param attempts so far; the entry is gone when it is settled
    record Outcome(long id, boolean settled, int attempts) {}

    /// Everything in one transaction, on disk when this returns.
    void write(List<Entry> added, List<Outcome> outcomes);

    /// All that is there, without bodies, the oldest first.
    List<Entry> load();

    Optional<String> json(long id);
}

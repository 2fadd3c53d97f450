package io.freshet.server.control.forbid;

import java.util.List;

/// Where rules outlive the server. Calls wait until it is written, and one AppID's come one after
/// the other; what fails is thrown, and then nothing has changed.
public interface RuleStore {
    /// Takes what is read.
    interface Reader {
        void onUserRule(long appId, UserRule rule);

        void onStreamRule(long appId, StreamRule rule);

        void onForbiddenStream(long appId, String streamId);
    }

    /// Tells all that is stored.
    void read(Reader reader);

    /// Stores a rule, over a former one for the same target.
    void put(long appId, UserRule rule);

    void delete(long appId, Target target);

    /// Stores a rule, over a former one for the same stream of the same room.
    void put(long appId, StreamRule rule);

    void deleteStreamRule(long appId, String roomId, String streamId);

    void forbid(long appId, List<String> streamIds);

    void resume(long appId, List<String> streamIds);

    /// Forgets rules that ended at this second or before, of all AppIDs.
    void deleteExpired(long atS);

    /// Keeps nothing.
    static RuleStore none() {
        return new RuleStore() {
            @Override
            public void read(Reader reader) {}

            @Override
            public void put(long appId, UserRule rule) {}

            @Override
            public void delete(long appId, Target target) {}

            @Override
            public void put(long appId, StreamRule rule) {}

            @Override
            public void deleteStreamRule(long appId, String roomId, String streamId) {}

            @Override
            public void forbid(long appId, List<String> streamIds) {}

            @Override
            public void resume(long appId, List<String> streamIds) {}

            @Override
            public void deleteExpired(long atS) {}
        };
    }
}

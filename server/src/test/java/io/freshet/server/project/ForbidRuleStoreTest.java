package io.freshet.server.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.RuleStore;
import io.freshet.server.control.forbid.StreamRule;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForbidRuleStoreTest {
    private static final long APP = 4294967295L;
    private static final UserRule BY_ADDRESS =
            new UserRule(Target.address("192.0.2.1"), Set.of(Privilege.LOGIN), 100);
    private static final UserRule BY_ROOM =
            new UserRule(
                    Target.room("r'1"), Set.of(Privilege.LOGIN, Privilege.PUBLISH), 4_000_000_000L);
    private static final UserRule BY_BOTH =
            new UserRule(Target.userInRoom("r", "u"), Set.of(Privilege.PUBLISH), 300);
    private static final StreamRule STREAM = new StreamRule("r", "s", true, false, 50, 60);

    @TempDir private Path directory;

    private List<Object> stored() throws StoreException {
        try (ProjectStore projects = ProjectStore.open(directory, new Random(1))) {
            return read(new ForbidRuleStore(projects.database()));
        }
    }

    private static List<Object> read(RuleStore store) {
        List<Object> all = new ArrayList<>();
        store.read(
                new RuleStore.Reader() {
                    @Override
                    public void onUserRule(long appId, UserRule rule) {
                        all.add(Map.entry(appId, rule));
                    }

                    @Override
                    public void onStreamRule(long appId, StreamRule rule) {
                        all.add(Map.entry(appId, rule));
                    }

                    @Override
                    public void onForbiddenStream(long appId, String streamId) {
                        all.add(Map.entry(appId, streamId));
                    }
                });
        return all;
    }

    @Test
    void whatIsPutIsThereAfterARestart() throws StoreException {
        try (ProjectStore projects = ProjectStore.open(directory, new Random(1))) {
            var store = new ForbidRuleStore(projects.database());
            assertThat(read(store)).isEmpty();
            store.put(APP, BY_ADDRESS);
            store.put(APP, BY_ROOM);
            store.put(APP, BY_BOTH);
            store.put(7, BY_BOTH);
            store.put(APP, STREAM);
            store.forbid(APP, List.of("s1", "s2"));
        }

        assertThat(stored())
                .containsExactlyInAnyOrder(
                        Map.entry(APP, BY_ADDRESS),
                        Map.entry(APP, BY_ROOM),
                        Map.entry(APP, BY_BOTH),
                        Map.entry(7L, BY_BOTH),
                        Map.entry(APP, STREAM),
                        Map.entry(APP, "s1"),
                        Map.entry(APP, "s2"));
    }

    @Test
    void aLaterOneTakesThePlaceAndWhatIsDeletedIsGone() throws StoreException {
        var longer = new UserRule(BY_BOTH.target(), Set.of(Privilege.LOGIN), 900);
        var other = new StreamRule("r", "s", false, true, 70, 60);
        try (ProjectStore projects = ProjectStore.open(directory, new Random(1))) {
            var store = new ForbidRuleStore(projects.database());
            store.put(APP, BY_BOTH);
            store.put(APP, longer);
            store.put(APP, BY_ADDRESS);
            store.delete(APP, BY_ADDRESS.target());
            store.delete(APP, Target.user("nobody"));
            store.put(APP, STREAM);
            store.put(APP, other);
            store.put(APP, new StreamRule("r2", "s", true, true, 1, 1));
            store.deleteStreamRule(APP, "r2", "s");
            store.forbid(APP, List.of("s1", "s2"));
            store.forbid(APP, List.of("s2", "s3"));
            store.resume(APP, List.of("s1", "s2", "never"));
        }

        assertThat(stored())
                .containsExactlyInAnyOrder(
                        Map.entry(APP, longer), Map.entry(APP, other), Map.entry(APP, "s3"));
    }

    @Test
    void whatHasEndedIsForgotten() throws StoreException {
        try (ProjectStore projects = ProjectStore.open(directory, new Random(1))) {
            var store = new ForbidRuleStore(projects.database());
            store.put(APP, BY_ADDRESS);
            store.put(APP, BY_ROOM);
            store.put(APP, STREAM);
            store.deleteExpired(109);
            assertThat(read(store))
                    .containsExactlyInAnyOrder(Map.entry(APP, BY_ROOM), Map.entry(APP, STREAM));
            store.deleteExpired(110);
        }

        assertThat(stored()).containsExactly(Map.entry(APP, BY_ROOM));
    }
}

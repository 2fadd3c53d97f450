package io.freshet.server.control.forbid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleBookTest {
    private static final long NOW_S = 1_700_000_000;
    private static final long NOW_MS = NOW_S * 1000;

    private final RuleBook book = new RuleBook();

    private static Target target(String kind) {
        return switch (kind) {
            case "address" -> Target.address("192.0.2.1");
            case "room" -> Target.room("r");
            case "user" -> Target.user("u");
            default -> Target.userInRoom("r", "u");
        };
    }

    private static UserRule rule(Target target, long forS, Privilege... disabled) {
        return new UserRule(target, Set.of(disabled), NOW_S + forS);
    }

    @ParameterizedTest
    @CsvSource({
        "address, 192.0.2.1, other, other, true",
        "address, 192.0.2.2, r, u, false",
        "address, '', r, u, false",
        "room, 192.0.2.9, r, other, true",
        "room, 192.0.2.1, other, u, false",
        "user, 192.0.2.9, other, u, true",
        "user, 192.0.2.1, r, other, false",
        "both, 192.0.2.9, r, u, true",
        "both, 192.0.2.1, r, other, false",
        "both, 192.0.2.1, other, u, false",
    })
    void aRuleIsForWhomItNames(
            String kind, String address, String roomId, String userId, boolean forbidden) {
        book.put(rule(target(kind), 60, Privilege.LOGIN));
        Visitor visitor = new Visitor(address, roomId, userId);

        assertThat(book.forbidding(Privilege.LOGIN, visitor, NOW_MS).isPresent())
                .isEqualTo(forbidden);
        assertThat(target(kind).covers(visitor)).isEqualTo(forbidden);
        assertThat(book.forbidding(Privilege.PUBLISH, visitor, NOW_MS)).isEmpty();
    }

    @Test
    void aRuleEndsWhenItsTimeIsOver() {
        book.put(rule(Target.user("u"), 1, Privilege.LOGIN, Privilege.PUBLISH));
        Visitor visitor = new Visitor("", "r", "u");

        assertThat(book.forbidding(Privilege.PUBLISH, visitor, NOW_MS + 999)).isPresent();
        assertThat(book.forbidding(Privilege.PUBLISH, visitor, NOW_MS + 1000)).isEmpty();
        assertThat(book.userRules(Target.Kind.USER, NOW_MS + 1000)).isEmpty();
        assertThat(book.userRule(Target.user("u"), NOW_MS + 1000)).isEmpty();
        assertThat(book.userRuleCount(NOW_MS + 1000)).isZero();
        assertThat(book.hasRulesThatEnd()).isTrue();
        assertThat(book.removeExpired(NOW_MS + 1000)).isEmpty();
        assertThat(book.hasRulesThatEnd()).isFalse();
    }

    @Test
    void ofSeveralTheLongestIsTold() {
        book.put(rule(Target.user("u"), 10, Privilege.LOGIN));
        book.put(rule(Target.room("r"), 30, Privilege.LOGIN));
        book.put(rule(Target.address("192.0.2.1"), 40, Privilege.PUBLISH));

        assertThat(book.forbidding(Privilege.LOGIN, new Visitor("192.0.2.1", "r", "u"), NOW_MS))
                .hasValueSatisfying(it -> assertThat(it.target()).isEqualTo(Target.room("r")));
    }

    @Test
    void aLaterRuleForTheSameTakesThePlace() {
        book.put(rule(Target.user("u"), 100, Privilege.LOGIN));
        book.put(rule(Target.user("u"), 10, Privilege.PUBLISH));

        Visitor visitor = new Visitor("", "r", "u");
        assertThat(book.forbidding(Privilege.LOGIN, visitor, NOW_MS)).isEmpty();
        assertThat(book.userRules(Target.Kind.USER, NOW_MS))
                .containsExactly(rule(Target.user("u"), 10, Privilege.PUBLISH));
        book.remove(Target.user("u"));
        assertThat(book.forbidding(Privilege.PUBLISH, visitor, NOW_MS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindHasItsOwnBound(Target.Kind kind) {
        for (int i = 0; i < kind.maxRules(); i++) {
            UserRule rule = rule(new Target(kind, "a" + i, "r" + i, "u" + i), 60, Privilege.LOGIN);
            assertThat(book.hasPlaceFor(rule, NOW_MS)).isTrue();
            book.put(rule);
        }

        UserRule further = rule(new Target(kind, "a", "r", "u"), 60, Privilege.LOGIN);
        assertThat(book.hasPlaceFor(further, NOW_MS)).isFalse();
        UserRule again = rule(new Target(kind, "a0", "r0", "u0"), 90, Privilege.PUBLISH);
        assertThat(book.hasPlaceFor(again, NOW_MS)).isTrue();
        for (Target.Kind other : Target.Kind.values()) {
            if (other != kind) {
                Target elsewhere = new Target(other, "a", "r", "u");
                assertThat(book.hasPlaceFor(rule(elsewhere, 1, Privilege.LOGIN), NOW_MS)).isTrue();
            }
        }
        assertThat(book.hasPlaceFor(further, NOW_MS + 60_000)).as("the others ended").isTrue();
    }

    @Test
    void whoIsRefusedLearnsUntilWhen() {
        assertThat(rule(Target.user("u"), 0, Privilege.LOGIN).sentence(Privilege.LOGIN))
                .isEqualTo(
                        "This user may not log in until 2023-11-14T22:13:20Z: the application"
                                + " forbids it.");
    }

    @Test
    void aStreamRuleIsForOneRoom() {
        book.put(new StreamRule("r", "s", true, false, NOW_S, 60));

        assertThat(book.withheld("r", "s", NOW_MS)).isEqualTo(new Withheld(true, false));
        assertThat(book.withheld("other", "s", NOW_MS)).isEqualTo(Withheld.NOTHING);
        assertThat(book.withheld("r", "s", NOW_MS + 60_000)).isEqualTo(Withheld.NOTHING);
        book.put(new StreamRule("r", "s", false, true, NOW_S, 60));
        assertThat(book.withheld("r", "s", NOW_MS)).isEqualTo(new Withheld(false, true));
        assertThat(book.streamRuleCount(NOW_MS)).isEqualTo(1);
        assertThat(book.removeExpired(NOW_MS + 60_000)).containsExactly("s");
        assertThat(book.streamRule("r", "s", NOW_MS)).isEmpty();
    }

    @Test
    void streamRulesAreBounded() {
        for (int i = 0; i < RuleBook.MAX_STREAM_RULES; i++) {
            book.put(new StreamRule("r", "s" + i, true, false, NOW_S, 60));
        }

        assertThat(book.hasPlaceFor(new StreamRule("r", "s", true, true, NOW_S, 1), NOW_MS))
                .isFalse();
        assertThat(book.hasPlaceFor(new StreamRule("r", "s0", true, true, NOW_S, 1), NOW_MS))
                .isTrue();
    }

    @Test
    void forbiddenStreamsAreBounded() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < RuleBook.MAX_FORBIDDEN_STREAMS - 1; i++) {
            all.add("s" + i);
        }
        book.forbid(all);

        assertThat(book.hasPlaceFor(List.of("a", "s1", "s2"))).isTrue();
        assertThat(book.hasPlaceFor(List.of("a", "b"))).isFalse();
        assertThat(book.isForbidden("s7")).isTrue();
        book.resume(List.of("s7", "never"));
        assertThat(book.isForbidden("s7")).isFalse();
        assertThat(book.hasPlaceFor(List.of("a", "b"))).isTrue();
    }
}

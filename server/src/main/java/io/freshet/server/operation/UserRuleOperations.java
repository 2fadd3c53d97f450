package io.freshet.server.operation;

import io.freshet.protocol.Identifiers;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.address.CanonicalAddress;
import io.freshet.server.console.Administration.Refusal;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.control.ForbidOperations;
import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Taking users, rooms and addresses their right to log in or publish, for a while; and what is
/// forbidden.
public final class UserRuleOperations {
    /// The rules that are in force, and the streams that are forbidden.
    public static final String LIST = "forbid.list";

    public static final String SET = "forbid.set";
    public static final String REMOVE = "forbid.remove";

    private static final long MAX_SECONDS = Duration.ofDays(365).toSeconds();
    private static final int MAX_ADDRESS_CHARACTERS = 45;

    private final Projects projects;
    private final ForbidOperations forbids;

    UserRuleOperations(Projects projects, ForbidOperations forbids) {
        this.projects = projects;
        this.forbids = forbids;
    }

    List<Operation> all() {
        return List.of(
                Operation.look(LIST, this::list),
                Operation.change(SET, this::set),
                Operation.change(REMOVE, this::remove));
    }

    private void list(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        answer.beginArray("rules");
        for (Target.Kind kind : Target.Kind.values()) {
            for (UserRule rule : forbids.userRules(appId, kind)) {
                write(rule, answer.beginObject());
                answer.endObject();
            }
        }
        answer.endArray().member("streams", forbids.forbiddenStreams(appId));
    }

    private void set(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        Target target = target(request);
        Set<Privilege> disabled = EnumSet.noneOf(Privilege.class);
        if (request.flag("login", false)) {
            disabled.add(Privilege.LOGIN);
        }
        if (request.flag("publish", false)) {
            disabled.add(Privilege.PUBLISH);
        }
        if (disabled.isEmpty()) {
            throw RefusedException.invalid(
                    "login", "\"login\" or \"publish\" must be true: what is forbidden.");
        }
        long seconds = request.number("seconds", 0, 0, MAX_SECONDS);
        if (seconds == 0) {
            throw RefusedException.invalid(
                    "seconds", "\"seconds\" must say for how long, up to " + MAX_SECONDS + ".");
        }
        UserRule rule =
                forbids.setUserRule(appId, target, disabled, Duration.ofSeconds(seconds))
                        .orElseThrow(() ->
                                new RefusedException(
                                        Refusal.CONFLICT,
                                        "userId",
                                        "There are as many rules of this kind as may be; remove"
                                                + " others first."));
        write(rule, answer);
    }

    private void remove(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        if (!forbids.deleteUserRule(appId, target(request))) {
            throw RefusedException.notFound("userId", "There is no such rule.");
        }
    }

    /// An address, a room, a user, or a user in a room.
    private static Target target(OperationRequest request) throws RefusedException {
        if (request.has("address")) {
            if (request.has("roomId") || request.has("userId")) {
                throw RefusedException.invalid(
                        "address", "\"address\" goes without \"roomId\" and \"userId\".");
            }
            String text = request.requiredText("address", MAX_ADDRESS_CHARACTERS);
            return CanonicalAddress.of(text)
                    .map(Target::address)
                    .orElseThrow(() ->
                            RefusedException.invalid(
                                    "address", "\"address\" must be an IP address."));
        }
        boolean hasRoom = request.has("roomId");
        if (request.has("userId")) {
            String userId = request.id("userId", Identifiers::checkUserId);
            return hasRoom
                    ? Target.userInRoom(request.id("roomId", Identifiers::checkRoomId), userId)
                    : Target.user(userId);
        }
        if (hasRoom) {
            return Target.room(request.id("roomId", Identifiers::checkRoomId));
        }
        throw RefusedException.invalid(
                "userId", "\"userId\", \"roomId\", both, or \"address\" must say who is meant.");
    }

    private static void write(UserRule rule, JsonWriter json) {
        json.member("kind", rule.target().kind().name().toLowerCase(Locale.ROOT))
                .member("address", rule.target().address())
                .member("roomId", rule.target().roomId())
                .member("userId", rule.target().userId())
                .member("login", rule.disabled().contains(Privilege.LOGIN))
                .member("publish", rule.disabled().contains(Privilege.PUBLISH))
                .member("expiresAt", Instant.ofEpochSecond(rule.expiresAtS()).toString());
    }
}

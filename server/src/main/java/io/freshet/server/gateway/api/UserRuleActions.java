package io.freshet.server.gateway.api;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.address.CanonicalAddress;
import io.freshet.server.control.ForbidOperations;
import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Actions on the rules that forbid users.
final class UserRuleActions {
    private static final int PER_SECOND = 10;
    private static final int MAX_SECONDS = 86_400;
    private static final int LOGIN = 1;
    private static final int PUBLISH = 2;

    private final ForbidOperations operations;

    UserRuleActions(ForbidOperations operations) {
        this.operations = operations;
    }

    List<ApiAction> all() {
        return List.of(
                new ApiAction(
                        "SetForbidUserRule",
                        List.of(
                                "RuleType",
                                "IP",
                                "RoomId",
                                "UserId",
                                "DisabledPrivilege[]",
                                "EffectiveTime"),
                        PER_SECOND,
                        this::set),
                new ApiAction(
                        "DescribeForbidUserRules", List.of("RuleType"), PER_SECOND, this::describe),
                new ApiAction(
                        "DelForbidUserRule",
                        List.of("RuleType", "IP", "RoomId", "UserId"),
                        PER_SECOND,
                        this::delete));
    }

    private void set(long appId, ApiParameters parameters, JsonWriter data) throws ApiException {
        Target target = target(parameters);
        Set<Privilege> disabled = disabled(parameters);
        parameters.required("EffectiveTime");
        int seconds = parameters.number("EffectiveTime", 1, 1, MAX_SECONDS);
        UserRule rule =
                operations
                        .setUserRule(appId, target, disabled, Duration.ofSeconds(seconds))
                        .orElseThrow(() ->
                                new ApiException(
                                        ApiCode.TOO_MANY_RULES,
                                        "There are "
                                                + target.kind().maxRules()
                                                + " rules of this RuleType, the most there may be:"
                                                + " delete one first."));
        data.member("ExpireTime", rule.expiresAtS());
    }

    private void describe(long appId, ApiParameters parameters, JsonWriter data)
            throws ApiException {
        data.beginArray("RuleList");
        for (UserRule rule : operations.userRules(appId, kind(parameters))) {
            Target target = rule.target();
            data.beginObject()
                    .member("RuleType", target.kind().number())
                    .member("IP", target.address())
                    .member("RoomId", target.roomId())
                    .member("UserId", target.userId())
                    .beginArray("DisabledPrivilegeList");
            if (rule.disabled().contains(Privilege.LOGIN)) {
                data.value(LOGIN);
            }
            if (rule.disabled().contains(Privilege.PUBLISH)) {
                data.value(PUBLISH);
            }
            data.endArray().member("ExpireTime", rule.expiresAtS()).endObject();
        }
        data.endArray();
    }

    private void delete(long appId, ApiParameters parameters, JsonWriter data) throws ApiException {
        if (!operations.deleteUserRule(appId, target(parameters))) {
            throw new ApiException(
                    ApiCode.NO_SUCH_RULE, "There is no such rule; it may have expired.");
        }
    }

    private static Target target(ApiParameters parameters) throws ApiException {
        return switch (kind(parameters)) {
            case ADDRESS -> Target.address(address(parameters));
            case ROOM -> Target.room(parameters.roomId());
            case USER -> Target.user(parameters.userId("UserId"));
            case USER_IN_ROOM ->
                    Target.userInRoom(parameters.roomId(), parameters.userId("UserId"));
        };
    }

    private static Target.Kind kind(ApiParameters parameters) throws ApiException {
        parameters.required("RuleType");
        int number = parameters.number("RuleType", 0, 1, Target.Kind.values().length);
        for (Target.Kind kind : Target.Kind.values()) {
            if (kind.number() == number) {
                return kind;
            }
        }
        throw new IllegalStateException("no rule type " + number);
    }

    private static String address(ApiParameters parameters) throws ApiException {
        return CanonicalAddress.of(parameters.text("IP"))
                .orElseThrow(() ->
                        new ApiException(
                                ApiCode.BAD_PARAMETER, "IP must be an IPv4 or IPv6 address."));
    }

    private static Set<Privilege> disabled(ApiParameters parameters) throws ApiException {
        Set<Privilege> disabled = EnumSet.noneOf(Privilege.class);
        for (int number : parameters.numbers("DisabledPrivilege", LOGIN, PUBLISH)) {
            disabled.add(number == LOGIN ? Privilege.LOGIN : Privilege.PUBLISH);
        }
        return disabled;
    }
}

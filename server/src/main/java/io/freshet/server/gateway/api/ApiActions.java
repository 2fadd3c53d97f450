package io.freshet.server.gateway.api;

import io.freshet.server.control.ServerOperations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The server API's actions by name, and the names of those that are not done.
final class ApiActions {
    /// Actions of the API that this server knows of but does not do.
    private static final Set<String> NOT_DONE =
            Set.of(
                    "RTMPDispatchV2",
                    "CreatCDNTransferRule",
                    "DeleteCDNTransferRule",
                    "ClearCDNTransferRule",
                    "ForbidCDNLiveStream",
                    "ResumeCDNLiveStream",
                    "StartMix",
                    "StopMix",
                    "GetMixTaskInfo",
                    "StartAutoMix",
                    "StopAutoMix",
                    "StartCloudTranscode",
                    "StopCloudTranscode");

    private final Map<String, ApiAction> byName;

    ApiActions(ServerOperations operations) {
        this.byName =
                Stream.of(
                                new RoomActions(operations.rooms()).all(),
                                new StreamActions(operations.streams()).all(),
                                new MessageActions(operations.messages()).all(),
                                new UserRuleActions(operations.forbids()).all(),
                                new StreamRuleActions(operations.forbids()).all(),
                                new RtcStreamActions(operations.forbids()).all())
                        .flatMap(List::stream)
                        .collect(
                                Collectors.toUnmodifiableMap(ApiAction::name, Function.identity()));
    }

    Map<String, ApiAction> byName() {
        return byName;
    }

    ApiAction find(String name) throws ApiException {
        if (name.isEmpty()) {
            throw new ApiException(ApiCode.NO_ACTION, "Action is missing.");
        }
        Optional<ApiAction> action = Optional.ofNullable(byName.get(name));
        if (action.isEmpty() && NOT_DONE.contains(name)) {
            throw new ApiException(
                    ApiCode.NOT_ENABLED, "This server does not serve " + name + " yet.");
        }
        return action.orElseThrow(
                () -> new ApiException(ApiCode.UNKNOWN_ACTION, "There is no such Action."));
    }
}

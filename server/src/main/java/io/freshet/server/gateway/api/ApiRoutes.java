package io.freshet.server.gateway.api;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.control.ServerOperations;
import io.freshet.server.gateway.http.ClientAddress;
import io.freshet.server.gateway.http.Replies;
import io.freshet.server.gateway.http.RequestLimiter;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The server API for backends: `/?Action=…`, signed, answered with `{"Code", "Message",
/// "RequestId", "Data"}` and status 200 whatever the code. A GET of `/` without Action and
/// Signature is the page's.
public final class ApiRoutes implements HttpService {
    private static final System.Logger LOG = System.getLogger(ApiRoutes.class.getName());
    private static final long MS_PER_SECOND = 1000;

    /// Wrong signatures of one address at once.
    static final int FORGERIES_AT_ONCE = 50;

    /// And in the long run.
    private static final double FORGERIES_PER_SECOND = 1;

    private final ApiActions actions;
    private final ApiSignature signature;
    private final ClientAddress address;

    /// By address.
    private final RequestLimiter forgeries =
            new RequestLimiter(FORGERIES_PER_SECOND, FORGERIES_AT_ONCE);

    /// By action.
    private final Map<String, RequestLimiter> appRates = new HashMap<>();

    /// By action, of those limited for each room.
    private final Map<String, RequestLimiter> roomRates = new HashMap<>();

    public ApiRoutes(ServerOperations operations, ClientAddress address) {
        this.address = address;
        this.actions = new ApiActions(operations);
        this.signature = new ApiSignature(operations.projects()::project);
        for (var action : actions.byName().values()) {
            appRates.put(action.name(), new RequestLimiter(action.perSecond(), action.perSecond()));
            if (action.perRoomPerSecond() > 0) {
                roomRates.put(action.name(), new RequestLimiter(action.perRoomPerSecond(), 1));
            }
        }
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                "/",
                (request, response) -> {
                    if (request.query().contains("Action")
                            || request.query().contains("Signature")) {
                        serve(request, response);
                    } else {
                        response.next();
                    }
                });
        rules.post("/", this::serve);
    }

    private void serve(ServerRequest request, ServerResponse response) {
        String requestId = UUID.randomUUID().toString();
        int code = 0;
        String message = "success";
        JsonWriter data = new JsonWriter();
        try {
            data.beginObject();
            perform(request, data);
            data.endObject();
        } catch (ApiException e) {
            code = e.code();
            message = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "server API request " + requestId, e);
            code = ApiCode.INTERNAL;
            message = "The server has failed; its log has more under this RequestId.";
        }
        String head =
                new JsonWriter()
                        .beginObject()
                        .member("Code", code)
                        .member("Message", message)
                        .member("RequestId", requestId)
                        .toString();
        String body = head + ",\"Data\":" + (code == 0 ? data.toString() : "{}") + "}";
        Replies.json(response, Status.OK_200, body);
    }

    /// Cheap checks first: who cannot show a signature costs nothing but looking at its query.
    private void perform(ServerRequest request, JsonWriter data) throws ApiException {
        long nowNs = System.nanoTime();
        String source = address.of(request);
        if (!forgeries.wouldAcquire(source, nowNs)) {
            throw new ApiException(
                    ApiCode.APP_RATE,
                    "Too many wrong signatures came from this address: wait a second.");
        }
        var parameters = new ApiParameters(request.query().rawValue());
        ApiAction action = actions.find(parameters.text("Action"));
        long appId = authenticate(parameters, source, nowNs);
        requireRates(action, appId, parameters, nowNs);
        action.handler().handle(appId, parameters, data);
    }

    private long authenticate(ApiParameters parameters, String source, long nowNs)
            throws ApiException {
        try {
            return signature.check(parameters, System.currentTimeMillis() / MS_PER_SECOND);
        } catch (ApiException e) {
            if (e.code() == ApiCode.BAD_SIGNATURE || e.code() == ApiCode.NO_SECRET) {
                forgeries.tryAcquire(source, nowNs);
            }
            throw e;
        }
    }

    private void requireRates(ApiAction action, long appId, ApiParameters parameters, long nowNs)
            throws ApiException {
        RequestLimiter ofApp = appRates.get(action.name());
        if (ofApp != null && !ofApp.tryAcquire(Long.toString(appId), nowNs)) {
            throw new ApiException(
                    ApiCode.APP_RATE,
                    action.name() + " is limited to " + action.perSecond() + " a second.");
        }
        RequestLimiter ofRoom = roomRates.get(action.name());
        if (ofRoom != null && !ofRoom.tryAcquire(appId + ":" + parameters.roomId(), nowNs)) {
            throw new ApiException(
                    ApiCode.ROOM_RATE,
                    action.name() + " was asked for this room a moment ago; try again later.");
        }
    }
}

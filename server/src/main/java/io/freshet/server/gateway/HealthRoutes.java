package io.freshet.server.gateway;

import io.freshet.server.gateway.http.Replies;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerResponse;

/// `/livez`: the process answers. `/readyz`: new clients are welcome (200) or not (503: starting or
/// stopping).
final class HealthRoutes implements HttpService {
    private final Readiness readiness;

    HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/livez", (request, response) -> answer(response, Status.OK_200, "alive"));
        rules.get(
                "/readyz",
                (request, response) -> {
                    switch (readiness.state()) {
                        case READY -> answer(response, Status.OK_200, "ready");
                        case STARTING ->
                                answer(response, Status.SERVICE_UNAVAILABLE_503, "starting");
                        case STOPPING ->
                                answer(response, Status.SERVICE_UNAVAILABLE_503, "stopping");
                    }
                });
    }

    private static void answer(ServerResponse response, Status status, String word) {
        Replies.text(response, status, "text/plain; charset=utf-8", word + "\n");
    }
}

package io.freshet.server.gateway;

import io.freshet.server.gateway.http.Replies;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.function.Supplier;

/// `/metrics` in the Prometheus text format.
final class MetricsRoute implements HttpService {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> scrape;

    MetricsRoute(Supplier<String> scrape) {
        this.scrape = scrape;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                "/metrics",
                (request, response) ->
                        Replies.text(response, Status.OK_200, CONTENT_TYPE, scrape.get()));
    }
}

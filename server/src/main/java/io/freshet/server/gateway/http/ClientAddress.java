package io.freshet.server.gateway.http;

import io.freshet.server.address.TrustedProxies;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/// Where requests come from, as far as proxies are believed.
public record ClientAddress(TrustedProxies proxies) {
    /// The client's address in its canonical text.
    public String of(ServerRequest request) {
        return proxies.client(
                request.remotePeer().address(),
                request.headers().values(HeaderNames.X_FORWARDED_FOR));
    }
}

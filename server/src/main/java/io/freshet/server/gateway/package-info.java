/// The doors: WebSocket signalling, WHIP and WHEP, health, metrics, the built-in page.
@NullMarked
package io.freshet.server.gateway;

import org.jspecify.annotations.NullMarked;

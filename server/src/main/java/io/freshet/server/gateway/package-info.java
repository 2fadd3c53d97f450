/// The doors: WebSocket signalling, WHIP and WHEP, health, metrics, the live page and the console.
@NullMarked
package io.freshet.server.gateway;

import org.jspecify.annotations.NullMarked;

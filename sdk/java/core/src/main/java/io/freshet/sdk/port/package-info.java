/// What the SDK needs from its platform: a WebSocket and a media engine. Desktop and Android
/// implement these.
@NullMarked
package io.freshet.sdk.port;

import org.jspecify.annotations.NullMarked;

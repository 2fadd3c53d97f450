/// Every message that crosses the signalling WebSocket, as records. Specification:
/// `protocol/spec/signalling.md`.
@NullMarked
package io.freshet.protocol.message;

import org.jspecify.annotations.NullMarked;

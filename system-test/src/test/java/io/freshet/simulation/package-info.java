/// The SDK's core against the server's room service, both as they are shipped, in one thread and
/// virtual time over links that break: only the sockets and the media are simulated.
@NullMarked
package io.freshet.simulation;

import org.jspecify.annotations.NullMarked;

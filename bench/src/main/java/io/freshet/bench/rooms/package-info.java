/// `freshet bench rooms`: what the room service bears. Thousands of real WebSockets in one thread
/// of this process, the real server in another, and a bare WebSocket server to compare it with.
@NullMarked
package io.freshet.bench.rooms;

import org.jspecify.annotations.NullMarked;

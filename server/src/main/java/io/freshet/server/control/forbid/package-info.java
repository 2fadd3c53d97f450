/// Rules that forbid users and streams: pure books that take the time as an argument, and the port
/// to where they are kept. Knows nothing of rooms.
@NullMarked
package io.freshet.server.control.forbid;

import org.jspecify.annotations.NullMarked;

/// Rooms, users, streams and permissions. Knows no socket, no HTTP and no media class; time and
/// randomness are arguments.
@NullMarked
package io.freshet.server.control;

import org.jspecify.annotations.NullMarked;

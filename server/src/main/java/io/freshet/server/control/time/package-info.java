/// Deadlines and rates, with the time as an argument. Knows nothing of rooms.
@NullMarked
package io.freshet.server.control.time;

import org.jspecify.annotations.NullMarked;

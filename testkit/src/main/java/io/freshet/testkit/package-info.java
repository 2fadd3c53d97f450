/// Virtual time, virtual networks and the seeded simulation that whole systems run in: one thread,
/// no sockets, no real clock. Everything a run does follows from one seed, so that a failure can be
/// replayed.
@NullMarked
package io.freshet.testkit;

import org.jspecify.annotations.NullMarked;

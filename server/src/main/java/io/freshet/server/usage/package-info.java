/// Who played and published what, for how long, in which tier: the base of a bill.
@NullMarked
package io.freshet.server.usage;

import org.jspecify.annotations.NullMarked;

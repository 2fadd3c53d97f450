/// The engine's own thread and its time.
@NullMarked
package io.freshet.sdk.loop;

import org.jspecify.annotations.NullMarked;

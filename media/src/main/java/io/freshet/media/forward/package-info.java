/// Hands a published packet to every subscription of its track.
@NullMarked
package io.freshet.media.forward;

import org.jspecify.annotations.NullMarked;

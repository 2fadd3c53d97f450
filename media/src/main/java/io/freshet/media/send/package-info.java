/// What a viewer's transport needs: retransmission, sender reports, sequence continuity.
@NullMarked
package io.freshet.media.send;

import org.jspecify.annotations.NullMarked;

/// One peer: ICE, DTLS and SRTP put together, without I/O.
@NullMarked
package io.freshet.media.transport;

import org.jspecify.annotations.NullMarked;

/// Wire formats: RTP, RTCP, header extensions, codec payload descriptors. No time, no I/O.
@NullMarked
package io.freshet.media.rtp;

import org.jspecify.annotations.NullMarked;

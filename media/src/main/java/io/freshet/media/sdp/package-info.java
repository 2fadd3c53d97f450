/// Session descriptions: reads offers, writes answers. RFC 8866, RFC 8829, RFC 9143.
@NullMarked
package io.freshet.media.sdp;

import org.jspecify.annotations.NullMarked;

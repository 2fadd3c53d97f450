/// The life of a stream, whether published or played. [MediaPath] keeps its media flowing: offer,
/// answer, connected, again. [LiveStream] and [LiveStreams] tell its phases and see to it that the
/// server hears of its end; what differs between publishing and playing is in a [Direction] and a
/// [LiveStream.Side].
@NullMarked
package io.freshet.sdk.media;

import org.jspecify.annotations.NullMarked;

/// The thin shell around the media plane: thread, clock, socket. The only package here that has
/// any.
@NullMarked
package io.freshet.media.io;

import org.jspecify.annotations.NullMarked;

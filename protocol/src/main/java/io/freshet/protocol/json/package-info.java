/// A small JSON (RFC 8259) reader and writer for outside text: strict, bounded and without
/// dependencies. Values are immutable trees; the writer streams.
@NullMarked
package io.freshet.protocol.json;

import org.jspecify.annotations.NullMarked;

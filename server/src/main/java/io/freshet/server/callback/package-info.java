/// Tells applications' backends what happens in rooms: signed POST requests, kept in an outbox
/// until they are delivered or given up.
@NullMarked
package io.freshet.server.callback;

import org.jspecify.annotations.NullMarked;

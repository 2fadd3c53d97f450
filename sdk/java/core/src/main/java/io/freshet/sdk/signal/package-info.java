/// The connection to the server: greeting, requests and answers, heartbeats, connecting again.
@NullMarked
package io.freshet.sdk.signal;

import org.jspecify.annotations.NullMarked;

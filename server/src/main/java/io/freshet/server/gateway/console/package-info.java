/// The console's doors under `/console`: login, the HTTP API, the push of live numbers.
@NullMarked
package io.freshet.server.gateway.console;

import org.jspecify.annotations.NullMarked;

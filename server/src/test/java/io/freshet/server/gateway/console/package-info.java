@NullMarked
package io.freshet.server.gateway.console;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.freshet.server.gateway.api;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.freshet.server.gateway.http;

import org.jspecify.annotations.NullMarked;

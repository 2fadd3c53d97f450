@NullMarked
package io.freshet.server.gateway;

import org.jspecify.annotations.NullMarked;

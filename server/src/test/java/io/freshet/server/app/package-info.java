@NullMarked
package io.freshet.server.app;

import org.jspecify.annotations.NullMarked;

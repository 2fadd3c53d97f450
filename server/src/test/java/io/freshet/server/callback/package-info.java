@NullMarked
package io.freshet.server.callback;

import org.jspecify.annotations.NullMarked;

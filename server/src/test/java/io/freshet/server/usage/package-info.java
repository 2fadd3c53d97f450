@NullMarked
package io.freshet.server.usage;

import org.jspecify.annotations.NullMarked;

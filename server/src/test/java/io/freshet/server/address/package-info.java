@NullMarked
package io.freshet.server.address;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.freshet.server.control.forbid;

import org.jspecify.annotations.NullMarked;

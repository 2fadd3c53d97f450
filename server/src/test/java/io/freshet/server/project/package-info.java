@NullMarked
package io.freshet.server.project;

import org.jspecify.annotations.NullMarked;

/// IP addresses as text and in blocks. Asks no name server.
@NullMarked
package io.freshet.server.address;

import org.jspecify.annotations.NullMarked;

/// Programs that measure Freshet from the outside: `freshet demo` through the public SDK, `freshet
/// bench` with as many clients as a machine bears.
@NullMarked
package io.freshet.bench;

import org.jspecify.annotations.NullMarked;

/// Programs that measure Freshet from the outside, through the public SDK: `freshet demo`.
@NullMarked
package io.freshet.bench;

import org.jspecify.annotations.NullMarked;

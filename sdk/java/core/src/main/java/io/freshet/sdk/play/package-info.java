/// Playing other people's streams.
@NullMarked
package io.freshet.sdk.play;

import org.jspecify.annotations.NullMarked;

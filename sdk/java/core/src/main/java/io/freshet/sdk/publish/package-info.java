/// Publishing on the four channels.
@NullMarked
package io.freshet.sdk.publish;

import org.jspecify.annotations.NullMarked;

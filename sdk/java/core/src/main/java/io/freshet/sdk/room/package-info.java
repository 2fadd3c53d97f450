/// Being in a room: logging in and out, coming back, who and what else is there.
@NullMarked
package io.freshet.sdk.room;

import org.jspecify.annotations.NullMarked;

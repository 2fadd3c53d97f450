/// The whole flow of a live stream as a small desktop app: log in, preview, publish, play, leave.
@NullMarked
package io.freshet.example.live;

import org.jspecify.annotations.NullMarked;

/// What the console knows and keeps: who is logged in to it, what was changed by whom, the quality
/// of streams over the last minutes, and what has changed since a page last looked. Time and
/// randomness are arguments; the doors are in `gateway.console`.
@NullMarked
package io.freshet.server.console;

import org.jspecify.annotations.NullMarked;

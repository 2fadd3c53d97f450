/// Main, configuration, and [io.freshet.server.app.Wiring], the one class that constructs
/// everything.
@NullMarked
package io.freshet.server.app;

import org.jspecify.annotations.NullMarked;

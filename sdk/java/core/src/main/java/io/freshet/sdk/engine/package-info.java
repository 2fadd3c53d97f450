/// One engine: its parts wired together, and what they have to say brought to the app.
@NullMarked
package io.freshet.sdk.engine;

import org.jspecify.annotations.NullMarked;

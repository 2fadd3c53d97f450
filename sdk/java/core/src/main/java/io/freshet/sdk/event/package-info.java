/// What the app is told, in the API's terms and in the order it happened. [AppEvents] is the one
/// way there.
@NullMarked
package io.freshet.sdk.event;

import org.jspecify.annotations.NullMarked;

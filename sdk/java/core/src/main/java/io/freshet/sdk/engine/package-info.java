/// One engine, on its loop: [LiveEngine] wires the parts together; [RoomLogins], [Publishing] and
/// [Playing] are what the app's calls do where several parts take part in it.
@NullMarked
package io.freshet.sdk.engine;

import org.jspecify.annotations.NullMarked;

/// Virtual time, a scripted server speaking the real messages, and media that only pretends.
@NullMarked
package io.freshet.sdk.fakes;

import org.jspecify.annotations.NullMarked;

/// One stream's way to the server, whether published or played: offer, answer, connected, again.
@NullMarked
package io.freshet.sdk.media;

import org.jspecify.annotations.NullMarked;

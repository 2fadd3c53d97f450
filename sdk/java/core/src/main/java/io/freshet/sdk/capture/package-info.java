/// What is captured here: camera, microphone, preview, and frames the app brings itself.
@NullMarked
package io.freshet.sdk.capture;

import org.jspecify.annotations.NullMarked;

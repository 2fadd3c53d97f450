/// What an app configures and where the SDK looks for it.
@NullMarked
package io.freshet.sdk.config;

import org.jspecify.annotations.NullMarked;

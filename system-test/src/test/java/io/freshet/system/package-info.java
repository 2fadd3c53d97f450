/// The product as its users meet it: the real server process, real encoders, real Chromium.
@NullMarked
package io.freshet.system;

import org.jspecify.annotations.NullMarked;

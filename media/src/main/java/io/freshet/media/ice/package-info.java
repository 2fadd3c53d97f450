/// STUN messages and the ICE agent (lite). RFC 8489, RFC 8445.
@NullMarked
package io.freshet.media.ice;

import org.jspecify.annotations.NullMarked;

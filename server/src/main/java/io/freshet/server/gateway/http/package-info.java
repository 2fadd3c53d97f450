/// What every HTTP door shares: the forms of answers and the limits on requests.
@NullMarked
package io.freshet.server.gateway.http;

import org.jspecify.annotations.NullMarked;

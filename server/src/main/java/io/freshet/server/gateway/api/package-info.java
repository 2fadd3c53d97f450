/// The server API for applications' backends: signatures, the table of actions, rates, answers.
@NullMarked
package io.freshet.server.gateway.api;

import org.jspecify.annotations.NullMarked;

/// What proves who a client is: Token04, made by an application's backend with the project's
/// ServerSecret. Specification: `protocol/spec/tokens.md`.
@NullMarked
package io.freshet.protocol.token;

import org.jspecify.annotations.NullMarked;

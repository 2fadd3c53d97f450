package io.freshet.protocol.token;

import io.freshet.protocol.ErrorCode;

/// What [Token04#verify] found.
public sealed interface TokenVerdict {

    record Accepted(TokenClaims claims) implements TokenVerdict {}

    /// `sentence` tells the developer what is wrong, in more detail than the code where there is
    /// some, and never repeats anything of the token.
    record Refused(ErrorCode code, String sentence) implements TokenVerdict {}
}

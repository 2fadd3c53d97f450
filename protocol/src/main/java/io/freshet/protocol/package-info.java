/// The contract between Freshet's server and its SDKs: messages and their JSON codec, error codes,
/// tokens, proofs and limits. The prose behind it is in `protocol/spec`.
@NullMarked
package io.freshet.protocol;

import org.jspecify.annotations.NullMarked;

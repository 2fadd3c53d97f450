/// Replays the scenarios and tables of `conformance/`: this is their runner. Each client is a
/// process of the SDK that is tested.
@NullMarked
package io.freshet.conformance;

import org.jspecify.annotations.NullMarked;

/// The client program of the Java SDK: does what the runner of `conformance/` says and tells what
/// the SDK calls back.
@NullMarked
package io.freshet.conformance.client;

import org.jspecify.annotations.NullMarked;

/// What the operator may do, by command or console: each thing once, by its name, with JSON for
/// request and answer, and a record of who changed what.
@NullMarked
package io.freshet.server.operation;

import org.jspecify.annotations.NullMarked;

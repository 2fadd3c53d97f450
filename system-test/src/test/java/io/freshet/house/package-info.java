/// What keeps the house in order: the arrows between its parts and the links in its documents.
@NullMarked
package io.freshet.house;

import org.jspecify.annotations.NullMarked;

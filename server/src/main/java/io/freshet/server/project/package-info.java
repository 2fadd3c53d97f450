/// Projects (AppID, secrets, services) in an embedded SQL database.
@NullMarked
package io.freshet.server.project;

import org.jspecify.annotations.NullMarked;

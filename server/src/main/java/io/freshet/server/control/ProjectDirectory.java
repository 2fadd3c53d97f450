package io.freshet.server.control;

import java.util.Optional;

/// Where projects are looked up, once for each connection and HTTP session; any thread.
@FunctionalInterface
public interface ProjectDirectory {
    Optional<Project> project(long appId);
}

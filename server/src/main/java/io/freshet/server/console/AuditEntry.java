package io.freshet.server.console;

import java.time.Instant;

/// One change that somebody made, or a login. Holds no secret.
///
/// @param id counts up
/// @param address where the request came from; empty for a command on the server's machine
/// @param action what was done, as in `project.rotate`
/// @param target on what, as in `1234567890/room-1/alice`
/// @param detail more, in words for people; may be empty
public record AuditEntry(
        long id,
        Instant at,
        String user,
        String address,
        String action,
        String target,
        String detail) {}

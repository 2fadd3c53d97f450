package io.freshet.server.control.forbid;

/// Somebody in a room, or about to enter it.
///
/// @param address an IP address in its canonical text; empty if it is not known
public record Visitor(String address, String roomId, String userId) {}

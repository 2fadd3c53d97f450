package io.freshet.server.console;

/// Who does something.
///
/// @param user an account of the console
/// @param address where from; empty for a command on the server's machine
public record Actor(String user, String address) {
    /// Whoever may read the server's data directory.
    public static final Actor COMMAND_LINE = new Actor("command line", "");
}

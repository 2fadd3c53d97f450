package io.freshet.server.control.forbid;

/// What a rule takes from users.
public enum Privilege {
    LOGIN,
    PUBLISH
}

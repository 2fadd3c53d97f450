package io.freshet.server.control.forbid;

/// What viewers of a stream do not get.
public record Withheld(boolean audio, boolean video) {
    public static final Withheld NOTHING = new Withheld(false, false);
}

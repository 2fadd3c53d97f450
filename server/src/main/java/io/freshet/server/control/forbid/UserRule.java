package io.freshet.server.control.forbid;

import java.time.Instant;
import java.util.Set;

/// Takes privileges from users for a while.
///
/// @param expiresAtS seconds since 1970-01-01T00:00:00Z
public record UserRule(Target target, Set<Privilege> disabled, long expiresAtS) {
    private static final long MS_PER_SECOND = 1_000;

    public UserRule {
        disabled = Set.copyOf(disabled);
    }

    public boolean isInForce(long wallMs) {
        return wallMs < expiresAtS * MS_PER_SECOND;
    }

    /// What whoever meets the rule is told.
    public String sentence(Privilege privilege) {
        String whom =
                switch (target.kind()) {
                    case ADDRESS -> "Users of this address";
                    case ROOM -> "Users of this room";
                    case USER -> "This user";
                    case USER_IN_ROOM -> "In this room this user";
                };
        String what =
                switch (privilege) {
                    case LOGIN -> " may not log in until ";
                    case PUBLISH -> " may not publish until ";
                };
        return whom + what + Instant.ofEpochSecond(expiresAtS) + ": the application forbids it.";
    }
}

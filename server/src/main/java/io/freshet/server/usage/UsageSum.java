package io.freshet.server.usage;

import java.time.LocalDate;

/// The seconds of one project on one day (UTC), of one kind and tier.
public record UsageSum(LocalDate day, UsagePiece.Kind kind, Tier tier, long seconds) {}

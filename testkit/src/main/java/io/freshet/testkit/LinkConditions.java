package io.freshet.testkit;

import java.time.Duration;

/// How one direction of a datagram path behaves.
///
/// @param delayNs time every datagram takes
/// @param jitterNs up to this much more, uniformly; does not reorder by itself
/// @param loss probability of losing a datagram, 0 to 1
/// @param lossBurst mean length of a run of lost datagrams, at least 1; 1 means independent losses
/// @param reorder probability that a datagram is held back by `reorderNs` and so overtaken
/// @param reorderNs how long it is held back
/// @param duplicate probability that a datagram arrives twice
/// @param rateBps rate in bits per second of what leaves the queue; 0 is unlimited
/// @param queueBytes with a rate: datagrams that find more than this waiting are dropped
public record LinkConditions(
        long delayNs,
        long jitterNs,
        double loss,
        double lossBurst,
        double reorder,
        long reorderNs,
        double duplicate,
        long rateBps,
        int queueBytes) {

    private static final int DEFAULT_QUEUE_BYTES = 64 * 1024;

    /// Delivers everything at once.
    public static final LinkConditions PERFECT =
            new LinkConditions(0, 0, 0, 1, 0, 0, 0, 0, DEFAULT_QUEUE_BYTES);

    public LinkConditions {
        requireProbability(loss, "loss");
        requireProbability(reorder, "reorder");
        requireProbability(duplicate, "duplicate");
        if (delayNs < 0 || jitterNs < 0 || reorderNs < 0 || rateBps < 0 || queueBytes < 0) {
            throw new IllegalArgumentException("negative link condition");
        }
        if (lossBurst < 1) {
            throw new IllegalArgumentException("lossBurst " + lossBurst + " is below 1");
        }
    }

    private static void requireProbability(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value + " is not a probability");
        }
    }

    public static LinkConditions delay(Duration delay) {
        return PERFECT.withDelay(delay);
    }

    public LinkConditions withDelay(Duration delay) {
        return new LinkConditions(
                delay.toNanos(),
                jitterNs,
                loss,
                lossBurst,
                reorder,
                reorderNs,
                duplicate,
                rateBps,
                queueBytes);
    }

    public LinkConditions withJitter(Duration jitter) {
        return new LinkConditions(
                delayNs,
                jitter.toNanos(),
                loss,
                lossBurst,
                reorder,
                reorderNs,
                duplicate,
                rateBps,
                queueBytes);
    }

    public LinkConditions withLoss(double probability) {
        return withBurstLoss(probability, 1);
    }

    public LinkConditions withBurstLoss(double probability, double meanBurst) {
        return new LinkConditions(
                delayNs,
                jitterNs,
                probability,
                meanBurst,
                reorder,
                reorderNs,
                duplicate,
                rateBps,
                queueBytes);
    }

    public LinkConditions withReordering(double probability, Duration heldBack) {
        return new LinkConditions(
                delayNs,
                jitterNs,
                loss,
                lossBurst,
                probability,
                heldBack.toNanos(),
                duplicate,
                rateBps,
                queueBytes);
    }

    public LinkConditions withDuplication(double probability) {
        return new LinkConditions(
                delayNs,
                jitterNs,
                loss,
                lossBurst,
                reorder,
                reorderNs,
                probability,
                rateBps,
                queueBytes);
    }

    public LinkConditions withRate(long bitsPerSecond, int maxQueueBytes) {
        return new LinkConditions(
                delayNs,
                jitterNs,
                loss,
                lossBurst,
                reorder,
                reorderNs,
                duplicate,
                bitsPerSecond,
                maxQueueBytes);
    }
}

package io.freshet.media.io;

import java.nio.channels.Selector;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The way into a media loop from other threads. Bounded: offers of peers are refused when as many
/// wait as the configuration allows; what belongs to transports that exist finds room beyond that.
final class CommandQueue {
    private final ArrayBlockingQueue<LoopCommand> queue;
    private final int admitted;
    private final Selector selector;

    /// Makes an empty queue.
    ///
    /// @param admitted commands for new transports wait up to this length
    /// @param reserve for all others beyond
    /// @param selector the loop waits here
    CommandQueue(int admitted, int reserve, Selector selector) {
        this.queue = new ArrayBlockingQueue<>(admitted + reserve);
        this.admitted = admitted;
        this.selector = selector;
    }

    /// Adds what may be refused.
    ///
    /// @return false when the loop is overloaded
    boolean admit(LoopCommand command) {
        return queue.size() < admitted && add(command);
    }

    /// Adds what belongs to an existing transport.
    ///
    /// @return false when even the reserve is used up: the command is lost
    boolean add(LoopCommand command) {
        boolean added = queue.offer(command);
        if (added) {
            selector.wakeup();
        }
        return added;
    }

    /// The next command, null when there is none.
    @Nullable LoopCommand poll() {
        return queue.poll();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}

package io.freshet.simulation;

import io.freshet.sdk.loop.SdkLoop;
import io.freshet.testkit.Simulation;
import java.util.function.Supplier;

/// An SDK's loop on the simulation's time.
final class SimulatedLoop implements SdkLoop {
    private final Simulation simulation;
    private final String name;
    private boolean stopped;

    SimulatedLoop(Simulation simulation, String name) {
        this.simulation = simulation;
        this.name = name;
    }

    @Override
    public long nowNs() {
        return simulation.nowNs();
    }

    @Override
    public void execute(Runnable work) {
        after(0, work);
    }

    @Override
    public Timer after(long delayNs, Runnable work) {
        Simulation.Event event =
                simulation.after(
                        delayNs,
                        name,
                        () -> {
                            if (!stopped) {
                                work.run();
                            }
                        });
        return event::cancel;
    }

    @Override
    public <T> T ask(Supplier<T> question, T whenStopped) {
        return stopped ? whenStopped : question.get();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}

package io.freshet.sdk.event;

import im.zego.zegoexpress.constants.ZegoEngineState;
import java.util.function.BooleanSupplier;

/// Tells START with the first preview, publish or play, STOP with the end of the last.
public final class RunningState {
    private final AppEvents events;
    private final BooleanSupplier running;
    private boolean told;

    /// Tells the app.
    ///
    /// @param running whether anything is captured or played now
    public RunningState(AppEvents events, BooleanSupplier running) {
        this.events = events;
        this.running = running;
    }

    /// Something has begun or ended.
    public void update() {
        boolean now = running.getAsBoolean();
        if (now != told) {
            told = now;
            ZegoEngineState state = now ? ZegoEngineState.START : ZegoEngineState.STOP;
            events.tell(h -> h.onEngineStateUpdate(state));
        }
    }
}

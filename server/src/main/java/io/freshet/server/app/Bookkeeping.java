package io.freshet.server.app;

import io.freshet.server.callback.CallbackConfig;
import io.freshet.server.callback.CallbackService;
import io.freshet.server.callback.CallbackSettings;
import io.freshet.server.control.ControlClock;
import io.freshet.server.control.RoomObserver;
import io.freshet.server.project.ProjectRecord;
import io.freshet.server.project.ProjectStore;
import io.freshet.server.usage.UsageRecorder;
import io.freshet.server.usage.UsageStore;
import java.util.random.RandomGenerator;

/// What is done with the news from rooms: callbacks to backends, and the record of usage.
record Bookkeeping(
        CallbackSettings settings,
        CallbackService callbacks,
        UsageStore usage,
        UsageRecorder recorder) {
    private static final System.Logger LOG = System.getLogger(Bookkeeping.class.getName());

    static Bookkeeping start(
            Configuration configuration,
            ProjectStore projects,
            ControlClock clock,
            RandomGenerator random) {
        var settings = CallbackSettings.load(projects.database());
        var callbacks =
                CallbackService.start(
                        new CallbackConfig(
                                configuration.callbacks().allowPrivateAddresses(),
                                configuration.callbacks().timeout(),
                                configuration.callbacks().maxInFlight(),
                                configuration.callbacks().maxWaiting()),
                        settings,
                        appId -> projects.find(appId).map(ProjectRecord::callbackSecret),
                        projects.database(),
                        clock,
                        random);
        var usage = new UsageStore(projects.database());
        var recorder =
                UsageRecorder.start(
                        usage,
                        clock,
                        configuration.usage().interval(),
                        configuration.usage().keepDetails());
        return new Bookkeeping(settings, callbacks, usage, recorder);
    }

    RoomObserver observer() {
        return RoomObserver.all(recorder, callbacks);
    }

    /// Writes down what is known; before the database closes.
    void stop() {
        try {
            callbacks.stop();
            recorder.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.WARNING, "interrupted before all was written down", e);
        }
    }
}

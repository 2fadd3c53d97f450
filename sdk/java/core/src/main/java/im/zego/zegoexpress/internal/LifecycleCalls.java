package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.callback.IZegoDestroyCompletionCallback;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoScenario;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.event.AppEvents;

/// The engine's end, its handler and its scenario; its beginning is in [EngineRegistry].
final class LifecycleCalls {
    private final CallQueue calls;
    private final AppEvents events;

    LifecycleCalls(CallQueue calls, AppEvents events) {
        this.calls = calls;
        this.events = events;
    }

    void destroy(IZegoDestroyCompletionCallback callback) {
        calls.close(engine ->
                engine.destroy(() -> {
                    if (callback != null) {
                        callback.onDestroyCompletion();
                    }
                }));
    }

    /// Takes effect at once: what is told from here on reaches the new handler.
    void setEventHandler(IZegoEventHandler handler) {
        ErrorCode result = ErrorCode.COMMON_SUCCESS;
        if (calls.closed()) {
            result = ErrorCode.COMMON_ENGINE_NOT_CREATE;
        } else if (!events.setHandler(handler)) {
            result = ErrorCode.COMMON_EVENT_HANDLER_EXISTS;
        }
        calls.report("setEventHandler", result);
    }

    void setScenario(ZegoScenario scenario) {
        calls.check(
                "setRoomScenario",
                engine ->
                        scenario == null
                                ? ErrorCode.COMMON_ILLEGAL_PARAM
                                : engine.setScenario(scenario));
    }
}

package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoApiCalledEventHandler;
import im.zego.zegoexpress.callback.IZegoDestroyCompletionCallback;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoRoomMode;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.sdk.config.RetryWindows;
import io.freshet.sdk.config.ServerAddress;
import io.freshet.sdk.engine.EngineSetup;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.port.LogSink;
import io.freshet.sdk.port.Platform;
import java.util.HashMap;
import java.util.Map;

/// At most one engine, and the settings made before there is one. Any thread.
///
/// An engine is returned whatever its arguments are: a wrong AppID or AppSign is reported through
/// `onDebugError` at once and makes every login fail with the same code.
final class EngineRegistry {
    private final EngineParts parts;
    private volatile Platform platform;
    private volatile ZegoExpressEngineInternalImpl engine;
    private volatile Map<String, String> advancedConfig = new HashMap<>();
    private volatile ZegoRoomMode roomMode = ZegoRoomMode.SINGLE_ROOM;
    private volatile IZegoApiCalledEventHandler apiCalled;

    EngineRegistry(EngineParts parts) {
        this.parts = parts;
    }

    synchronized ZegoExpressEngine create(
            ZegoEngineProfile profile, IZegoEventHandler handler, boolean appSignRequired) {
        if (engine != null) {
            return engine; // the handler stays as it is, too
        }
        ZegoEngineProfile given = profile == null ? new ZegoEngineProfile() : profile;
        String appSign = given.appSign == null ? "" : given.appSign;
        ErrorCode problem = check(given.appID, appSign, appSignRequired);
        Platform current = platform();
        AppEvents events = new AppEvents(current.callbackExecutor(), parts.log(), () -> apiCalled);
        events.setHandler(handler);
        EngineSetup setup =
                new EngineSetup(
                        given.appID,
                        problem.isSuccess() ? appSign : "",
                        problem,
                        given.scenario == null ? ZegoScenario.DEFAULT : given.scenario,
                        roomMode == ZegoRoomMode.MULTI_ROOM,
                        server(events).signalling(),
                        () -> RetryWindows.of(advancedConfig, this::complain),
                        current,
                        parts.loops().get(),
                        parts.reconnectPolicy(),
                        parts.log());
        ZegoExpressEngineInternalImpl created = new ZegoExpressEngineInternalImpl(setup, events);
        engine = created;
        if (problem.isSuccess()) {
            events.succeeded("createEngine");
        } else {
            events.failed("createEngine", problem);
        }
        return created;
    }

    private static ErrorCode check(long appId, String appSign, boolean appSignRequired) {
        ErrorCode id = Identifiers.checkAppId(appId);
        if (!id.isSuccess()) {
            return id;
        }
        return appSign.isEmpty() && !appSignRequired
                ? ErrorCode.COMMON_SUCCESS
                : AppSignProof.checkAppSign(appSign);
    }

    private ServerAddress server(AppEvents events) {
        try {
            ServerAddress address = ServerAddress.find(advancedConfig, parts.places());
            parts.log().log(LogSink.Level.INFO, address.signalling() + " from " + address.source());
            return address;
        } catch (IllegalArgumentException e) {
            events.failed(
                    "createEngine",
                    ErrorCode.COMMON_ILLEGAL_PARAM.code(),
                    String.valueOf(e.getMessage()));
            return ServerAddress.unusable();
        }
    }

    synchronized void destroy(IZegoDestroyCompletionCallback callback) {
        ZegoExpressEngineInternalImpl last = engine;
        engine = null;
        if (last != null) {
            last.destroy(callback);
        } else if (callback != null) {
            platform().callbackExecutor().execute(callback::onDestroyCompletion);
        }
    }

    ZegoExpressEngine engine() {
        return engine;
    }

    /// Retry times count from the next login, publish or play; the server for the next engine.
    void setConfig(ZegoEngineConfig config) {
        Map<String, String> copy = new HashMap<>();
        if (config != null && config.advancedConfig != null) {
            config.advancedConfig.forEach((key, value) -> {
                if (key != null && value != null) {
                    copy.put(key, value);
                }
            });
        }
        advancedConfig = copy;
        report("setEngineConfig", ErrorCode.COMMON_SUCCESS);
    }

    void setRoomMode(ZegoRoomMode mode) {
        if (engine != null) {
            report("setRoomMode", ErrorCode.ENGINE_SET_ROOM_MODE_ERROR_TIME);
        } else if (mode == null) {
            report("setRoomMode", ErrorCode.COMMON_ILLEGAL_PARAM);
        } else {
            roomMode = mode;
            report("setRoomMode", ErrorCode.COMMON_SUCCESS);
        }
    }

    void setApiCalled(IZegoApiCalledEventHandler callback) {
        apiCalled = callback;
    }

    /// Through the engine's handler if there is an engine, and to the listener to results.
    void report(String function, ErrorCode result) {
        ZegoExpressEngineInternalImpl current = engine;
        if (current != null) {
            current.report(function, result);
            return;
        }
        IZegoApiCalledEventHandler listener = apiCalled;
        if (listener != null) {
            platform()
                    .callbackExecutor()
                    .execute(() ->
                            listener.onApiCalledResult(result.code(), function, result.sentence()));
        }
    }

    private void complain(String sentence) {
        parts.log().log(LogSink.Level.WARN, sentence);
    }

    private synchronized Platform platform() {
        if (platform == null) {
            platform = parts.platform().get();
        }
        return platform;
    }
}

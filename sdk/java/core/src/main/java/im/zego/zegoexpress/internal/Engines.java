package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoApiCalledEventHandler;
import im.zego.zegoexpress.callback.IZegoDestroyCompletionCallback;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoFeatureType;
import im.zego.zegoexpress.constants.ZegoGeoFenceType;
import im.zego.zegoexpress.constants.ZegoRoomMode;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import im.zego.zegoexpress.entity.ZegoLogConfig;
import im.zego.zegoexpress.entity.ZegoProxyInfo;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.engine.Version;
import java.util.ArrayList;
import java.util.List;

/// The statics of [ZegoExpressEngine]: they go to the one [EngineRegistry] of the process.
public final class Engines {
    /// The API's singleton; the one piece of static state in the SDK.
    private static final EngineRegistry PROCESS = new EngineRegistry(EngineParts.ofProcess());

    private Engines() {}

    public static ZegoExpressEngine createEngine(
            ZegoEngineProfile profile, IZegoEventHandler eventHandler) {
        return PROCESS.create(profile, eventHandler, false);
    }

    /// The older form: no login without AppSign.
    public static ZegoExpressEngine createEngine(
            long appID,
            String appSign,
            boolean isTestEnv,
            ZegoScenario scenario,
            Object application,
            IZegoEventHandler eventHandler) {
        ZegoEngineProfile profile = new ZegoEngineProfile();
        profile.appID = appID;
        profile.appSign = appSign;
        profile.scenario = scenario;
        profile.application = application;
        return PROCESS.create(profile, eventHandler, true);
    }

    public static void destroyEngine(IZegoDestroyCompletionCallback callback) {
        PROCESS.destroy(callback);
    }

    public static ZegoExpressEngine getEngine() {
        return PROCESS.engine();
    }

    public static void setEngineConfig(ZegoEngineConfig config) {
        PROCESS.setConfig(config);
    }

    public static void setEngineConfig(ZegoEngineConfig config, Object application) {
        PROCESS.setConfig(config);
    }

    public static void setLogConfig(ZegoLogConfig config) {
        notDone("setLogConfig");
    }

    public static void setLocalProxyConfig(ArrayList<ZegoProxyInfo> proxyList, boolean enable) {
        notDone("setLocalProxyConfig");
    }

    public static void setCloudProxyConfig(
            ArrayList<ZegoProxyInfo> proxyList, String token, boolean enable) {
        notDone("setCloudProxyConfig");
    }

    /// Freshet needs no licence: any is accepted but an empty one.
    public static void setLicense(String license) {
        boolean empty = license == null || license.isEmpty();
        PROCESS.report(
                "setLicense", empty ? ErrorCode.ENGINE_LICENSE_NULL : ErrorCode.COMMON_SUCCESS);
    }

    public static void setRoomMode(ZegoRoomMode mode) {
        PROCESS.setRoomMode(mode);
    }

    public static void setGeoFence(ZegoGeoFenceType type, List<Integer> areaList) {
        if (PROCESS.engine() != null) {
            PROCESS.report("setGeoFence", ErrorCode.ENGINE_SET_GEO_FENCE_ERROR_TIME);
        } else {
            notDone("setGeoFence");
        }
    }

    public static String getVersion() {
        return Version.NAME;
    }

    public static void setApiCalledCallback(IZegoApiCalledEventHandler callback) {
        PROCESS.setApiCalled(callback);
    }

    public static boolean isFeatureSupported(ZegoFeatureType featureType) {
        if (featureType == null) {
            return false;
        }
        return switch (featureType) {
            case AUDIO,
                    VIDEO,
                    SDK_VIDEO_CAPTURE,
                    CUSTOM_VIDEO_CAPTURE,
                    SDK_VIDEO_RENDER,
                    CUSTOM_VIDEO_RENDER ->
                    true;
            default -> false;
        };
    }

    public static void submitLog() {
        notDone("submitLog");
    }

    private static void notDone(String function) {
        PROCESS.report(function, ErrorCode.COMMON_SDK_NO_MODULE);
    }
}

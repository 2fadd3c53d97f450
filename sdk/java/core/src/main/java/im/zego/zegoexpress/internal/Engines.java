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
import java.util.ArrayList;
import java.util.List;

/// The one engine of the process and the settings made before it exists.
public final class Engines {
    private Engines() {}

    public static ZegoExpressEngine createEngine(ZegoEngineProfile profile, IZegoEventHandler h) {
        return null;
    }

    public static ZegoExpressEngine createEngine(
            long appID,
            String appSign,
            boolean isTestEnv,
            ZegoScenario scenario,
            Object application,
            IZegoEventHandler h) {
        return null;
    }

    public static void destroyEngine(IZegoDestroyCompletionCallback callback) {}

    public static ZegoExpressEngine getEngine() {
        return null;
    }

    public static void setEngineConfig(ZegoEngineConfig config) {}

    public static void setEngineConfig(ZegoEngineConfig config, Object application) {}

    public static void setLogConfig(ZegoLogConfig config) {}

    public static void setLocalProxyConfig(ArrayList<ZegoProxyInfo> proxyList, boolean enable) {}

    public static void setCloudProxyConfig(
            ArrayList<ZegoProxyInfo> proxyList, String token, boolean enable) {}

    public static void setLicense(String license) {}

    public static void setRoomMode(ZegoRoomMode mode) {}

    public static void setGeoFence(ZegoGeoFenceType type, List<Integer> areaList) {}

    public static String getVersion() {
        return "";
    }

    public static void setApiCalledCallback(IZegoApiCalledEventHandler callback) {}

    public static boolean isFeatureSupported(ZegoFeatureType featureType) {
        return false;
    }

    public static void submitLog() {}
}

package im.zego.zegoexpress.entity;

import java.util.HashMap;

public class ZegoEngineConfig {
    @Deprecated public ZegoLogConfig logConfig;

    /// See `ZegoExpressEngine.setEngineConfig` for the keys.
    public HashMap<String, String> advancedConfig = new HashMap<>();

    public String soFullPath = "";

    public boolean enableExtractLibFromAPK;
}

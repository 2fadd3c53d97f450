package im.zego.zegoexpress.callback;

import org.json.JSONObject;

public interface IZegoMixerStartCallback {
    void onMixerStartResult(int errorCode, JSONObject extendedData);
}

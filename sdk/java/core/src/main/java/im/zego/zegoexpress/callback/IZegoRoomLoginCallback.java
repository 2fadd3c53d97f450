package im.zego.zegoexpress.callback;

import org.json.JSONObject;

/// The result of one login.
public interface IZegoRoomLoginCallback {
    void onRoomLoginResult(int errorCode, JSONObject extendedData);
}

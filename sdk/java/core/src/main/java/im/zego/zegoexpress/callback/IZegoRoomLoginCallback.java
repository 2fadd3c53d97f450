package im.zego.zegoexpress.callback;

import org.json.JSONObject;

public interface IZegoRoomLoginCallback {
    void onRoomLoginResult(int errorCode, JSONObject extendedData);
}

package im.zego.zegoexpress.callback;

import org.json.JSONObject;

public interface IZegoRoomLogoutCallback {
    void onRoomLogoutResult(int errorCode, JSONObject extendedData);
}

package im.zego.zegoexpress.callback;

import java.util.ArrayList;

public interface IZegoRangeSceneGetUserListInViewCallback {
    void onGetUserListInViewCallback(int errorCode, ArrayList<String> userList);
}

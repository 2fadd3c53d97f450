package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoRangeSceneEventHandler;
import im.zego.zegoexpress.callback.IZegoRangeSceneGetUserCountCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneGetUserListInViewCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneLoginSceneCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneLogoutSceneCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneSendCustomCommandCallback;
import im.zego.zegoexpress.entity.ZegoPosition;
import im.zego.zegoexpress.entity.ZegoSceneParam;
import im.zego.zegoexpress.entity.ZegoSceneStreamConfig;

public abstract class ZegoRangeScene {
    public abstract ZegoRangeSceneStream getRangeSceneStream();

    public abstract ZegoRangeSceneTeam getRangeSceneTeam();

    public abstract ZegoRangeSceneItem getRangeSceneItem();

    public abstract int getRangeSceneHandle();

    public abstract boolean setEventHandler(IZegoRangeSceneEventHandler handler);

    public abstract int loginScene(
            ZegoSceneParam param, IZegoRangeSceneLoginSceneCallback callback);

    public abstract int logoutScene(IZegoRangeSceneLogoutSceneCallback callback);

    public abstract int updateUserStatus(ZegoPosition position, int channel, byte[] status);

    public abstract int updateUserCommand(ZegoPosition position, int channel, byte[] command);

    public abstract int updateUserPosition(ZegoPosition position);

    public abstract int getUserCount(IZegoRangeSceneGetUserCountCallback callback);

    public abstract int getUserListInView(IZegoRangeSceneGetUserListInViewCallback callback);

    public abstract int sendCustomCommand(
            byte[] command, IZegoRangeSceneSendCustomCommandCallback callback);

    public abstract int renewToken(String token);

    public abstract int setStreamConfig(ZegoSceneStreamConfig config);
}

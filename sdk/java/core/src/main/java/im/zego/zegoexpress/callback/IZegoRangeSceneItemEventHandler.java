package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoRangeScene;
import im.zego.zegoexpress.entity.ZegoPosition;
import java.util.ArrayList;

public abstract class IZegoRangeSceneItemEventHandler {
    public void onItemEnterView(
            ZegoRangeScene rangeScene,
            long itemID,
            int capacity,
            ZegoPosition position,
            ArrayList<String> userList) {}

    public void onItemLeaveView(ZegoRangeScene rangeScene, long itemID) {}

    public void onItemBindUpdate(ZegoRangeScene rangeScene, long itemID, String userID) {}

    public void onItemUnbindUpdate(
            ZegoRangeScene rangeScene, long itemID, ArrayList<String> userList) {}

    public void onItemStatusUpdate(
            ZegoRangeScene rangeScene,
            long itemID,
            ZegoPosition position,
            int channel,
            byte[] status) {}

    public void onItemCommandUpdate(
            ZegoRangeScene rangeScene,
            long itemID,
            ZegoPosition position,
            int channel,
            byte[] command) {}
}

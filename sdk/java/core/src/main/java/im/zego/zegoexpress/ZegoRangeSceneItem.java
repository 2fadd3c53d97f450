package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoRangeSceneBindItemCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneCreateItemCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneDestroyItemCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneItemEventHandler;
import im.zego.zegoexpress.callback.IZegoRangeSceneUnbindItemCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneUpdateItemCommandCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneUpdateItemStatusCallback;
import im.zego.zegoexpress.entity.ZegoItemParam;
import im.zego.zegoexpress.entity.ZegoPosition;

public abstract class ZegoRangeSceneItem {
    public abstract boolean setEventHandler(IZegoRangeSceneItemEventHandler handler);

    public abstract int createItem(ZegoItemParam param, IZegoRangeSceneCreateItemCallback callback);

    public abstract int destroyItem(long itemID, IZegoRangeSceneDestroyItemCallback callback);

    public abstract int bindItem(long itemID, IZegoRangeSceneBindItemCallback callback);

    public abstract int unbindItem(long itemID, IZegoRangeSceneUnbindItemCallback callback);

    public abstract int updateItemStatus(
            long itemID,
            ZegoPosition position,
            int channel,
            byte[] status,
            IZegoRangeSceneUpdateItemStatusCallback callback);

    public abstract int updateItemCommand(
            long itemID,
            ZegoPosition position,
            int channel,
            byte[] command,
            IZegoRangeSceneUpdateItemCommandCallback callback);
}

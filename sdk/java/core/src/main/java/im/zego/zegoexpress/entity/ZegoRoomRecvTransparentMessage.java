package im.zego.zegoexpress.entity;

public class ZegoRoomRecvTransparentMessage {
    public ZegoUser sendUser;

    public byte[] content = new byte[0];
}

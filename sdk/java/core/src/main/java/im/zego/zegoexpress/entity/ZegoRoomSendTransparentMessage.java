package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoRoomTransparentMessageMode;
import im.zego.zegoexpress.constants.ZegoRoomTransparentMessageType;
import java.util.ArrayList;

public class ZegoRoomSendTransparentMessage {
    public ZegoRoomTransparentMessageMode sendMode = ZegoRoomTransparentMessageMode.ONLY_CLIENT;

    public ZegoRoomTransparentMessageType sendType =
            ZegoRoomTransparentMessageType.ZEGO_ROOM_TRANSPARENT_MESSAGE_NORMAL;

    public byte[] content = new byte[0];

    public ArrayList<ZegoUser> recvUserList = new ArrayList<>();

    public int timeOut = 10;
}

package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoAlphaLayoutType;
import im.zego.zegoexpress.constants.ZegoMultimediaLoadType;
import java.nio.ByteBuffer;

public class ZegoMediaPlayerResource {
    public ZegoMultimediaLoadType loadType = ZegoMultimediaLoadType.FILE_PATH;

    public long startPosition;

    public ZegoAlphaLayoutType alphaLayout = ZegoAlphaLayoutType.NONE;

    public String filePath = "";

    public ByteBuffer memory;

    public int memoryLength;

    public String resourceID = "";

    public String onlineResourceCachePath = "";

    public long maxCachePendingLength;
}

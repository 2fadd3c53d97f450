package im.zego.zegoexpress.entity;

import java.util.ArrayList;

public class ZegoFaceDetectionInfo {
    public int imageWidth;

    public int imageHeight;

    public ArrayList<ZegoFacePositionInfo> facePositionList = new ArrayList<>();

    public int errorCode;
}

package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoPublisherTakeSnapshotPosition;

public class ZegoPublisherTakeSnapshotConfig {
    public ZegoPublisherTakeSnapshotPosition position =
            ZegoPublisherTakeSnapshotPosition.AFTER_PROCESS;
}

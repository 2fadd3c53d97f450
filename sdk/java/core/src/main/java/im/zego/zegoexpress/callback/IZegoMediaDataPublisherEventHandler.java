package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoMediaDataPublisher;

public abstract class IZegoMediaDataPublisherEventHandler {
    public void onMediaDataPublisherFileOpen(
            ZegoMediaDataPublisher mediaDataPublisher, String path) {}

    public void onMediaDataPublisherFileClose(
            ZegoMediaDataPublisher mediaDataPublisher, int errorCode, String path) {}

    public void onMediaDataPublisherFileDataBegin(
            ZegoMediaDataPublisher mediaDataPublisher, String path) {}

    public void onMediaDataPublisherFileDataEnd(
            ZegoMediaDataPublisher mediaDataPublisher, String path) {}
}

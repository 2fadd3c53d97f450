package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoCopyrightedMusic;

public abstract class IZegoCopyrightedMusicEventHandler {
    public void onDownloadProgressUpdate(
            ZegoCopyrightedMusic copyrightedMusic, String resourceID, float progressRate) {}

    public void onCurrentPitchValueUpdate(
            ZegoCopyrightedMusic copyrightedMusic,
            String resourceID,
            int currentDuration,
            int pitchValue) {}
}

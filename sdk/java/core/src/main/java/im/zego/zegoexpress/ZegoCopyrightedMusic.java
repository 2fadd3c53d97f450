package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoCopyrightedMusicDownloadCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicEventHandler;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicGetKrcLyricByTokenCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicGetLrcLyricCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicGetMusicByTokenCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicGetSharedResourceCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicGetStandardPitchCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicInitCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicRequestAccompanimentCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicRequestAccompanimentClipCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicRequestResourceCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicRequestSongCallback;
import im.zego.zegoexpress.callback.IZegoCopyrightedMusicSendExtendedRequestCallback;
import im.zego.zegoexpress.constants.ZegoCopyrightedMusicResourceType;
import im.zego.zegoexpress.constants.ZegoCopyrightedMusicType;
import im.zego.zegoexpress.constants.ZegoCopyrightedMusicVendorID;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicConfig;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicGetLyricConfig;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicGetSharedConfig;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicGetSharedConfigV2;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicQueryCacheConfig;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicQueryCacheConfigV2;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicRequestConfig;
import im.zego.zegoexpress.entity.ZegoCopyrightedMusicRequestConfigV2;

public abstract class ZegoCopyrightedMusic {
    public abstract void setEventHandler(IZegoCopyrightedMusicEventHandler handler);

    public abstract void initCopyrightedMusic(
            ZegoCopyrightedMusicConfig config, IZegoCopyrightedMusicInitCallback callback);

    public abstract long getCacheSize();

    public abstract void clearCache();

    public abstract void sendExtendedRequest(
            String command,
            String params,
            IZegoCopyrightedMusicSendExtendedRequestCallback callback);

    public abstract void getLrcLyric(
            String songID,
            ZegoCopyrightedMusicVendorID vendorID,
            IZegoCopyrightedMusicGetLrcLyricCallback callback);

    public abstract void getLrcLyric(
            ZegoCopyrightedMusicGetLyricConfig config,
            IZegoCopyrightedMusicGetLrcLyricCallback callback);

    public abstract void getKrcLyricByToken(
            String krcToken, IZegoCopyrightedMusicGetKrcLyricByTokenCallback callback);

    public abstract void requestResource(
            ZegoCopyrightedMusicRequestConfig config,
            ZegoCopyrightedMusicResourceType type,
            IZegoCopyrightedMusicRequestResourceCallback callback);

    public abstract void requestResource(
            ZegoCopyrightedMusicRequestConfigV2 config,
            IZegoCopyrightedMusicRequestResourceCallback callback);

    public abstract void getSharedResource(
            ZegoCopyrightedMusicGetSharedConfig config,
            ZegoCopyrightedMusicResourceType type,
            IZegoCopyrightedMusicGetSharedResourceCallback callback);

    public abstract void getSharedResource(
            ZegoCopyrightedMusicGetSharedConfigV2 config,
            IZegoCopyrightedMusicGetSharedResourceCallback callback);

    public abstract void download(
            String resourceID, IZegoCopyrightedMusicDownloadCallback callback);

    public abstract void cancelDownload(String resourceID);

    public abstract boolean queryCache(ZegoCopyrightedMusicQueryCacheConfig config);

    public abstract boolean queryCache(ZegoCopyrightedMusicQueryCacheConfigV2 config);

    public abstract long getDuration(String resourceID);

    public abstract void setScoringLevel(int level);

    public abstract int startScore(String resourceID, int pitchValueInterval);

    public abstract int pauseScore(String resourceID);

    public abstract int resumeScore(String resourceID);

    public abstract int stopScore(String resourceID);

    public abstract int resetScore(String resourceID);

    public abstract int getPreviousScore(String resourceID);

    public abstract int getAverageScore(String resourceID);

    public abstract int getTotalScore(String resourceID);

    public abstract int getFullScore(String resourceID);

    public abstract void getStandardPitch(
            String resourceID, IZegoCopyrightedMusicGetStandardPitchCallback callback);

    public abstract int getCurrentPitch(String resourceID);

    @Deprecated
    public abstract void requestSong(
            ZegoCopyrightedMusicRequestConfig config,
            IZegoCopyrightedMusicRequestSongCallback callback);

    @Deprecated
    public abstract void requestAccompaniment(
            ZegoCopyrightedMusicRequestConfig config,
            IZegoCopyrightedMusicRequestAccompanimentCallback callback);

    @Deprecated
    public abstract void requestAccompanimentClip(
            ZegoCopyrightedMusicRequestConfig config,
            IZegoCopyrightedMusicRequestAccompanimentClipCallback callback);

    @Deprecated
    public abstract void getMusicByToken(
            String shareToken, IZegoCopyrightedMusicGetMusicByTokenCallback callback);

    @Deprecated
    public abstract void getLrcLyric(
            String songID, IZegoCopyrightedMusicGetLrcLyricCallback callback);

    @Deprecated
    public abstract boolean queryCache(String songID, ZegoCopyrightedMusicType type);

    @Deprecated
    public abstract boolean queryCache(
            String songID, ZegoCopyrightedMusicType type, ZegoCopyrightedMusicVendorID vendorID);
}

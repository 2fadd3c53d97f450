package im.zego.zegoexpress.callback;

public interface IZegoCustomMediaCryptoFactory {
    IZegoCustomMediaCrypto createMediaCrypto(String streamID, boolean isEncrypt);

    void destroyMediaCrypto(IZegoCustomMediaCrypto instance);
}

package im.zego.zegoexpress.callback;

import java.nio.ByteBuffer;

public interface IZegoCustomMediaCrypto {
    int getEncryptDstLen(int srcLen);

    int onAudioEncryptCallback(ByteBuffer inBuffer, ByteBuffer outBuffer);

    int onVideoEncryptCallback(ByteBuffer inBuffer, ByteBuffer outBuffer);

    int onAudioDecryptCallback(ByteBuffer inBuffer, ByteBuffer outBuffer);

    int onVideoDecryptCallback(ByteBuffer inBuffer, ByteBuffer outBuffer);
}

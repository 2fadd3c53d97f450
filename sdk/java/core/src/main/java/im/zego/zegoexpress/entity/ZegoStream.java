package im.zego.zegoexpress.entity;

/// A published stream.
public class ZegoStream {
    /// Who publishes it.
    public ZegoUser user;

    public String streamID = "";

    /// Set by its publisher, up to 1023 bytes.
    public String extraInfo = "";
}

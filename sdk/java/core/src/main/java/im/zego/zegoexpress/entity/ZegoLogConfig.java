package im.zego.zegoexpress.entity;

public class ZegoLogConfig {
    public String logPath = "";

    public long logSize = 5 * 1024 * 1024;

    public int logCount = 3;
}

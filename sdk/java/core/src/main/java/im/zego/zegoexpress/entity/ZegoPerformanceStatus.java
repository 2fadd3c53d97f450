package im.zego.zegoexpress.entity;

public class ZegoPerformanceStatus {
    public double cpuUsageApp;

    public double cpuUsageSystem;

    public double memoryUsageApp;

    public double memoryUsageSystem;

    public double memoryUsedApp;
}

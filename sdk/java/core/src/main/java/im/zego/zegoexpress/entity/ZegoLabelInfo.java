package im.zego.zegoexpress.entity;

public class ZegoLabelInfo {
    public String text;

    public int left;

    public int top;

    public ZegoFontStyle font;

    public ZegoLabelInfo(String text) {
        this.text = text;
    }
}

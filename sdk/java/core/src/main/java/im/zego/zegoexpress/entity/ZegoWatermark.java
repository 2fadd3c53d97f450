package im.zego.zegoexpress.entity;

public class ZegoWatermark {
    public String imageURL;

    public Object layout;

    public ZegoWatermark(String imageURL, Object layout) {
        this.imageURL = imageURL;
        this.layout = layout;
    }
}

package io.freshet.media.rtp;

public enum MediaKind {
    AUDIO,
    VIDEO
}

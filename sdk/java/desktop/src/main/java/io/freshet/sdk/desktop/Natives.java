package io.freshet.sdk.desktop;

/// Freeing native objects.
final class Natives {
    private Natives() {}

    /// webrtc-java frees an object and then throws an Error when libwebrtc itself still holds a
    /// reference, which is ordinary for tracks of a closed connection.
    static void dispose(Runnable release) {
        try {
            release.run();
        } catch (Error stillReferenced) {
            // Its last holder frees it.
            return;
        }
    }
}

/// The desktop's platform for the SDK: signalling on the JDK's WebSocket, media on webrtc-java,
/// pictures in Swing components. Apps only see `im.zego.zegoexpress`; this package is found by
/// `java.util.ServiceLoader`.
@NullMarked
package io.freshet.sdk.desktop;

import org.jspecify.annotations.NullMarked;

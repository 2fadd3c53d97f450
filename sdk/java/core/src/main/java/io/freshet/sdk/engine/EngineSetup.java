package io.freshet.sdk.engine;

import im.zego.zegoexpress.constants.ZegoScenario;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.config.RetryWindows;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.port.LogSink;
import io.freshet.sdk.port.Platform;
import io.freshet.sdk.signal.ReconnectPolicy;
import java.net.URI;
import java.util.function.Supplier;

/// What an engine is made of.
///
/// @param problem what is wrong with AppID or AppSign; every login fails with it
/// @param appSign 64 hex digits, or empty when logins bring tokens
/// @param retryWindows asked anew at each login, publish and play
public record EngineSetup(
        long appId,
        String appSign,
        ErrorCode problem,
        ZegoScenario scenario,
        boolean multiRoom,
        URI server,
        Supplier<RetryWindows> retryWindows,
        Platform platform,
        SdkLoop loop,
        ReconnectPolicy reconnectPolicy,
        LogSink log) {}

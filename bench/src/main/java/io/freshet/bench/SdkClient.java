package io.freshet.bench;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoEventHandler;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import im.zego.zegoexpress.entity.ZegoRoomConfig;
import im.zego.zegoexpress.entity.ZegoUser;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An engine of the public SDK, logged in to the demo's room. Address and secrets come from the
/// environment, where other users of the machine do not see them.
final class SdkClient implements AutoCloseable {
    static final String SERVER = "FRESHET_SERVER";
    static final String APP_ID = "FRESHET_APP_ID";
    static final String APP_SIGN = "FRESHET_APP_SIGN";
    static final String ROOM = "demo";
    static final String STREAM = "demo-stream";

    private static final int PATIENCE_SECONDS = 10;
    private static final double NS_PER_MS = 1e6;

    private final ZegoExpressEngine engine;

    private SdkClient(ZegoExpressEngine engine) {
        this.engine = engine;
    }

    static SdkClient create(IZegoEventHandler handler) throws DemoException {
        ZegoEngineConfig config = new ZegoEngineConfig();
        config.advancedConfig.put("freshet_server", environment(SERVER));
        ZegoExpressEngine.setEngineConfig(config);
        ZegoEngineProfile profile = new ZegoEngineProfile();
        profile.appID = Long.parseLong(environment(APP_ID));
        profile.appSign = environment(APP_SIGN);
        profile.scenario = ZegoScenario.BROADCAST;
        ZegoExpressEngine engine = ZegoExpressEngine.createEngine(profile, handler);
        if (engine == null) {
            throw new DemoException("the SDK could not create an engine");
        }
        return new SdkClient(engine);
    }

    private static String environment(String name) throws DemoException {
        String value = System.getenv(name);
        if (value == null) {
            throw new DemoException("the environment variable " + name + " is missing");
        }
        return value;
    }

    ZegoExpressEngine engine() {
        return engine;
    }

    /// Logs in and waits for the answer.
    ///
    /// @return how long it took in milliseconds
    double login(String userId) throws DemoException, InterruptedException {
        CompletableFuture<Double> result = new CompletableFuture<>();
        CompletableFuture<Integer> refusal = new CompletableFuture<>();
        long start = System.nanoTime();
        engine.loginRoom(
                ROOM,
                new ZegoUser(userId),
                new ZegoRoomConfig(),
                (error, extendedData) -> {
                    double ms = (System.nanoTime() - start) / NS_PER_MS;
                    refusal.complete(error);
                    result.complete(ms);
                });
        try {
            double ms = result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (refusal.join() != 0) {
                throw new DemoException("login of " + userId + " was refused: " + refusal.join());
            }
            return ms;
        } catch (ExecutionException | TimeoutException late) {
            throw new DemoException(
                    "no answer to the login of " + userId + " within " + PATIENCE_SECONDS + " s",
                    late);
        }
    }

    /// Logs out and frees everything; waits until it is done.
    @Override
    public void close() {
        CountDownLatch destroyed = new CountDownLatch(1);
        engine.logoutRoom();
        ZegoExpressEngine.destroyEngine(destroyed::countDown);
        try {
            if (!destroyed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the SDK did not confirm that the engine is gone");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.freshet.conformance.client;

import im.zego.zegoexpress.ZegoExpressEngine;
import im.zego.zegoexpress.callback.IZegoApiCalledEventHandler;
import im.zego.zegoexpress.constants.ZegoRoomMode;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.entity.ZegoEngineConfig;
import im.zego.zegoexpress.entity.ZegoEngineProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// The client program that `conformance/README.md` describes, on the Java SDK.
public final class ScenarioClient {
    private final JsonLines out;
    private final EngineCalls calls;
    private final TestPictures pictures;
    private JSONObject settings = new JSONObject();
    private @Nullable ZegoExpressEngine engine;

    private ScenarioClient(JsonLines out) {
        this.out = out;
        calls = new EngineCalls(out);
        pictures = new TestPictures(out);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ScenarioClient client = new ScenarioClient(new JsonLines(System.out));
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            client.obey(new JSONObject(line));
        }
        System.exit(0);
    }

    private void obey(JSONObject command) throws InterruptedException {
        JSONObject answer = new JSONObject().put("id", command.getLong("id"));
        try {
            answer.put("returned", JSONObject.wrap(perform(command)));
        } catch (UnknownCallException | JSONException unknown) {
            answer.put("unknown", unknown.toString());
        }
        out.write(answer);
    }

    private Object perform(JSONObject command) throws InterruptedException, UnknownCallException {
        if (command.has("create")) {
            settings = command.getJSONObject("create");
            ZegoExpressEngine.setApiCalledCallback(apiCalled());
            ZegoExpressEngine.setRoomMode(
                    ZegoRoomMode.valueOf(settings.optString("roomMode", "SINGLE_ROOM")));
            if (settings.optBoolean("engine", true)) {
                create(new JSONObject());
            }
        } else if (command.has("destroy")) {
            destroy();
        } else {
            return call(command.getString("call"), command.getJSONObject("arguments"));
        }
        return JSONObject.NULL;
    }

    private Object call(String method, JSONObject arguments) throws UnknownCallException {
        if (method.equals("createEngine")) {
            create(arguments);
            return JSONObject.NULL;
        }
        ZegoExpressEngine last = engine;
        if (last != null && method.equals("startPlayingStream")) {
            pictures.countPlayed(last);
        }
        return calls.call(method, arguments, last);
    }

    private void create(JSONObject arguments) {
        ZegoEngineConfig config = new ZegoEngineConfig();
        JSONObject advanced = settings.optJSONObject("advancedConfig", new JSONObject());
        for (String key : advanced.keySet()) {
            config.advancedConfig.put(key, advanced.getString(key));
        }
        config.advancedConfig.put("freshet_server", settings.getString("server"));
        ZegoExpressEngine.setEngineConfig(config);
        ZegoEngineProfile profile = new ZegoEngineProfile();
        profile.appID = arguments.optLong("appID", settings.getLong("appID"));
        profile.appSign = arguments.optString("appSign", settings.getString("appSign"));
        profile.scenario = ZegoScenario.DEFAULT;
        ZegoExpressEngine created =
                ZegoExpressEngine.createEngine(profile, new CallbackPrinter(out));
        engine = created;
        if (settings.optBoolean("camera")) {
            pictures.capture(created);
        }
    }

    private void destroy() throws InterruptedException {
        ZegoExpressEngine.setApiCalledCallback(null);
        CountDownLatch destroyed = new CountDownLatch(1);
        ZegoExpressEngine.destroyEngine(destroyed::countDown);
        if (!destroyed.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the engine was not destroyed within 10 s");
        }
        engine = null;
    }

    private IZegoApiCalledEventHandler apiCalled() {
        return new IZegoApiCalledEventHandler() {
            @Override
            public void onApiCalledResult(int errorCode, String funcName, String info) {
                if (!TestPictures.isOwnCall(funcName)) {
                    out.callback(
                            "onApiCalledResult",
                            new JSONObject()
                                    .put("errorCode", errorCode)
                                    .put("funcName", funcName)
                                    .put("info", info));
                }
            }
        };
    }
}

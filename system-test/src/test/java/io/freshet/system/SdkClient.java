package io.freshet.system;

import io.freshet.conformance.Callback;
import io.freshet.conformance.ClientProcess;
import io.freshet.conformance.Heard;
import io.freshet.conformance.client.ScenarioClient;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.json.JSONObject;

/// Somebody with the Java SDK: a client program of the scenarios.
final class SdkClient implements AutoCloseable {
    private final ClientProcess process;
    private final Heard heard =
            new Heard(
                    Set.of(
                            "onRoomStateChanged",
                            "onRoomStreamUpdate",
                            "onPublisherStateUpdate",
                            "onPlayerStateUpdate"));

    /// Asks to be let in, and has moving pictures to publish.
    SdkClient(ServerProcess server, String room, String user) throws IOException {
        process = new ClientProcess(JavaProcess.command(ScenarioClient.class, List.of()));
        process.tellTo(heard);
        process.perform(
                new JSONObject()
                        .put(
                                "create",
                                new JSONObject()
                                        .put("server", server.address())
                                        .put("appID", server.appId())
                                        .put("appSign", server.appSign())
                                        .put("camera", true)));
        call(
                "loginRoom",
                new JSONObject()
                        .put("roomID", room)
                        .put("user", new JSONObject().put("userID", user).put("userName", "")));
    }

    void awaitRoomState(String reason, int errorCode) {
        await(
                "onRoomStateChanged",
                told -> told.get("reason").equals(reason) && told.getInt("errorCode") == errorCode);
    }

    void publish(String streamId) {
        call("startPublishingStream", new JSONObject().put("streamID", streamId));
        await("onPublisherStateUpdate", told -> told.get("state").equals("PUBLISHING"));
    }

    /// Waits until the stream is announced, plays it and sees so many pictures.
    void watch(String streamId, int pictures) {
        awaitStream("ADD", streamId);
        JSONObject config = new JSONObject().put("resourceMode", "ONLY_L3");
        call(
                "startPlayingStream",
                new JSONObject().put("streamID", streamId).put("config", config));
        await("onPlayerStateUpdate", told -> told.get("state").equals("PLAYING"));
        awaitPictures(streamId, pictures);
    }

    /// So many more.
    void awaitPictures(String streamId, int count) {
        heard.awaitPictures(streamId, count);
    }

    void awaitStream(String updateType, String streamId) {
        await(
                "onRoomStreamUpdate",
                told ->
                        told.get("updateType").equals(updateType)
                                && told.getJSONArray("streamList")
                                        .getJSONObject(0)
                                        .get("streamID")
                                        .equals(streamId));
    }

    private void await(String callback, Predicate<JSONObject> wanted) {
        heard.takeUntil(
                callback, (Callback came) -> wanted.test(came.arguments()), callback + " to come");
    }

    private void call(String method, JSONObject arguments) {
        process.perform(new JSONObject().put("call", method).put("arguments", arguments));
    }

    /// Leaves the room as apps do when they end.
    void leave() {
        process.perform(new JSONObject().put("destroy", true));
    }

    @Override
    public void close() {
        process.close();
    }
}

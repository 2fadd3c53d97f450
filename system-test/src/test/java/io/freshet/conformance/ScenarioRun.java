package io.freshet.conformance;

import io.freshet.system.TcpCut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.json.JSONArray;
import org.json.JSONObject;

/// One run of one scenario.
final class ScenarioRun implements AutoCloseable {
    private final Scenario scenario;
    private final TestServer server;
    private final ClientPool pool;
    private final Values values;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private int fences;

    ScenarioRun(Scenario scenario, TestServer server, ClientPool pool, String run) {
        this.scenario = scenario;
        this.server = server;
        this.pool = pool;
        values = new Values(run, server::token);
    }

    /// Does all steps. What is not as it should be is an AssertionError that tells everything.
    void play() throws IOException, InterruptedException, TimeoutException {
        int number = 0;
        JSONObject step = new JSONObject();
        try {
            for (String name : scenario.clients().keySet()) {
                Actor actor = actor(name, scenario.clients().getJSONObject(name));
                actors.put(name, actor);
                start(actor);
            }
            for (JSONObject next : scenario.steps()) {
                number++;
                step = next;
                perform(step);
            }
            number++;
            step = new JSONObject().put("end", true);
            nothingLeft();
        } catch (AssertionError | IllegalStateException | UncheckedIOException e) {
            throw new AssertionError(report(number, step, e), e);
        }
    }

    private Actor actor(String name, JSONObject client) throws IOException {
        String appSign =
                switch (client.optString("appSign", "right")) {
                    case "right" -> server.process().appSign();
                    case "wrong" -> "0".repeat(64);
                    default -> "";
                };
        long appId = server.process().appId();
        JSONObject settings =
                new JSONObject(client.toString())
                        .put("appID", client.has("appID") ? appId + 1 : appId)
                        .put("appSign", appSign);
        return new Actor(name, settings, new TcpCut(server.process().address()));
    }

    private void start(Actor actor) throws IOException {
        actor.start(pool.take(), new Heard(scenario.compared()));
    }

    private void perform(JSONObject step)
            throws IOException, InterruptedException, TimeoutException {
        if (step.has("server")) {
            serverStep(step.getString("server"));
        } else if (step.has("serverApi")) {
            serverApi(step);
        } else if (step.has("project")) {
            server.process().setTokenExpiry(step.getJSONObject("project").getString("tokenExpiry"));
        } else if (step.has("fence")) {
            fence(step.getJSONObject("fence"));
        } else {
            clientStep(actorOf(step.getString("client")), step);
        }
    }

    private Actor actorOf(String name) {
        Actor actor = actors.get(name);
        if (actor == null) {
            throw new IllegalStateException("no client " + name);
        }
        return actor;
    }

    private void serverStep(String what)
            throws IOException, InterruptedException, TimeoutException {
        switch (what) {
            case "kill" -> server.process().killHard();
            case "stop" -> same("the server's exit code", 0, server.process().stop());
            case "start" -> server.process().startAgain();
            default -> throw new IllegalStateException("unknown: " + what);
        }
    }

    private void serverApi(JSONObject step) throws IOException, InterruptedException {
        JSONObject answer =
                server.api(
                        step.getString("serverApi"),
                        values.resolve(step.getJSONObject("parameters")));
        same("the answer", values.resolve(step.getJSONObject("answer")), answer);
    }

    private void fence(JSONObject fence) {
        Actor from = actorOf(fence.getString("from"));
        for (Object name : fence.getJSONArray("to")) {
            Actor to = actorOf((String) name);
            String command = "fence " + ++fences;
            JSONObject receiver = new JSONObject().put("userID", to.userId()).put("userName", "");
            from.call(
                    new JSONObject()
                            .put(
                                    "sendCustomCommand",
                                    new JSONObject()
                                            .put("roomID", values.resolve(fence.get("roomID")))
                                            .put("command", command)
                                            .put("toUserList", new JSONArray().put(receiver))));
            expect(
                    from,
                    List.of(
                            new Callback(
                                    "onIMSendCustomCommandResult",
                                    new JSONObject().put("errorCode", 0))));
            expect(
                    to,
                    List.of(
                            new Callback(
                                    "onIMRecvCustomCommand",
                                    new JSONObject().put("command", command))));
        }
    }

    private void clientStep(Actor actor, JSONObject step) throws IOException, InterruptedException {
        if (step.has("call")) {
            Object returned = actor.call(values.resolve(step.getJSONObject("call")));
            if (step.has("returns")) {
                same("what was returned", values.resolve(step.get("returns")), returned);
            }
        } else if (step.has("enter")) {
            enter(actor, values.resolve(step.getJSONObject("enter")));
        } else if (step.has("expect")) {
            expect(actor, callbacks(step.getJSONArray("expect")));
        } else if (step.has("expectAnyOrder")) {
            expectAnyOrder(actor, callbacks(step.getJSONArray("expectAnyOrder")));
        } else if (step.has("until")) {
            Callback wanted = Callback.of(values.resolve(step.getJSONObject("until")));
            actor.heard()
                    .takeUntil(
                            wanted.name(),
                            came -> values.matches(wanted.arguments(), came.arguments()),
                            actor.name() + " to get " + wanted);
        } else if (step.has("pictures")) {
            JSONObject pictures = values.resolve(step.getJSONObject("pictures"));
            actor.heard().awaitPictures(pictures.getString("streamID"), pictures.getInt("count"));
        } else if (step.has("network")) {
            network(actor.wire(), step.getString("network"));
        } else {
            process(actor, step.getString("process"));
        }
    }

    private void enter(Actor actor, JSONObject arguments) {
        actor.call(new JSONObject().put("loginRoom", arguments));
        boolean oldForm = scenario.compared().contains("onRoomStateUpdate");
        for (String reason : new String[] {"LOGINING", "LOGINED"}) {
            List<Callback> told = new ArrayList<>();
            JSONObject same =
                    new JSONObject().put("roomID", arguments.get("roomID")).put("errorCode", 0);
            if (oldForm) {
                told.add(new Callback("onRoomStateUpdate", same));
            }
            told.add(
                    new Callback(
                            "onRoomStateChanged",
                            new JSONObject(same.toString()).put("reason", reason)));
            expect(actor, told);
        }
        expect(
                actor,
                List.of(new Callback("onRoomLoginResult", new JSONObject().put("errorCode", 0))));
    }

    private List<Callback> callbacks(JSONArray written) {
        return Scenario.objects(written).stream()
                .map(one -> Callback.of(values.resolve(one)))
                .toList();
    }

    private void expect(Actor actor, List<Callback> expected) {
        for (Callback wanted : expected) {
            String what = actor.name() + " to get " + wanted;
            Callback came = actor.heard().peek(wanted.isResult(), 0, what);
            if (!matches(wanted, came)) {
                throw new AssertionError("expected " + what + "\nbut it got " + came);
            }
            actor.heard().drop(wanted.isResult(), 1);
        }
    }

    private void expectAnyOrder(Actor actor, List<Callback> expected) {
        for (boolean result : new boolean[] {false, true}) {
            List<Callback> wanted =
                    new ArrayList<>(expected.stream().filter(e -> e.isResult() == result).toList());
            int count = wanted.size();
            for (int i = 0; i < count; i++) {
                String what = actor.name() + " to get one of " + wanted;
                Callback came = actor.heard().peek(result, i, what);
                Callback found =
                        wanted.stream()
                                .filter(one -> matches(one, came))
                                .findFirst()
                                .orElseThrow(() ->
                                        new AssertionError(
                                                "expected " + what + "\nbut it got " + came));
                wanted.remove(found);
            }
            actor.heard().drop(result, count);
        }
    }

    private boolean matches(Callback wanted, Callback came) {
        return wanted.name().equals(came.name())
                && values.matches(wanted.arguments(), came.arguments());
    }

    private static void network(TcpCut wire, String what) {
        switch (what) {
            case "cut" -> wire.cut();
            case "silent" -> wire.silence();
            case "restored" -> wire.mend();
            case "moved" -> wire.move();
            default -> throw new IllegalStateException("unknown: " + what);
        }
    }

    private void process(Actor actor, String what) throws IOException, InterruptedException {
        switch (what) {
            case "kill" -> actor.leave().kill();
            case "end" -> actor.leave().end();
            case "start" -> start(actor);
            default -> throw new IllegalStateException("unknown: " + what);
        }
    }

    private void same(String what, Object expected, Object actual) {
        if (!values.matches(expected, actual)) {
            throw new AssertionError(
                    "expected as " + what + " " + expected + "\nbut it was " + actual);
        }
    }

    private void nothingLeft() {
        for (Actor actor : actors.values()) {
            if (actor.isRunning() && !actor.heard().left().isEmpty()) {
                throw new AssertionError(
                        actor.name() + " also got, at the end, " + actor.heard().left());
            }
        }
    }

    private String report(int number, JSONObject step, Throwable failure) {
        StringBuilder text =
                new StringBuilder(scenario.title())
                        .append("\nstep ")
                        .append(number)
                        .append(": ")
                        .append(step)
                        .append('\n')
                        .append(failure.getMessage());
        for (Actor actor : actors.values()) {
            text.append("\n--- ").append(actor.name());
            actor.heard().history().forEach(line -> text.append('\n').append(line));
        }
        return text.toString();
    }

    /// Processes whose engine could be destroyed serve again.
    @Override
    public void close() throws IOException {
        for (Actor actor : actors.values()) {
            if (actor.isRunning()) {
                pool.giveBack(actor.leave());
            }
            actor.close();
        }
    }
}

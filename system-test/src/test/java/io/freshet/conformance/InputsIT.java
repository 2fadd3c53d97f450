package io.freshet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.system.TcpCut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every row of the tables in `conformance/inputs`: through the SDK, and as a request to the server
/// without it. Property: `conformance.client`, see [ClientPrograms].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InputsIT {
    /// Well within the rate of one connection.
    private static final int ROWS_A_CONNECTION = 20;

    private static final String LOGIN =
            """
            {"loginRoom": {"roomID": "room-${run}", "user": {"userID": "alice-${run}", "userName": ""}}}
            """;

    @TempDir private static Path directory;
    private final List<InputTable> tables = new ArrayList<>();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final RunWords words = new RunWords();

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    private TestServer server;

    @SuppressWarnings("NullAway.Init") // Likewise.
    private ClientPrograms programs;

    @BeforeAll
    void readTables() throws IOException {
        for (Path file : Scenario.files("inputs")) {
            tables.add(InputTable.read(file));
        }
    }

    @BeforeAll
    void startServerAndClients() throws IOException, TimeoutException {
        server = new TestServer("standard", directory);
        programs = new ClientPrograms();
        for (Map.Entry<String, ClientPool> program : programs.pools().entrySet()) {
            Actor actor =
                    new Actor(
                            program.getKey(),
                            new JSONObject()
                                    .put("appID", server.process().appId())
                                    .put("appSign", server.process().appSign()),
                            new TcpCut(server.process().address()));
            actor.start(program.getValue().take(), new Heard());
            actors.put(program.getKey(), actor);
        }
    }

    @AfterAll
    void stopEverything() throws IOException {
        for (Actor actor : actors.values()) {
            actor.leave().close();
            actor.close();
        }
        programs.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicContainer> throughTheSdk() {
        return actors.entrySet().stream()
                .map(actor ->
                        DynamicContainer.dynamicContainer(
                                actor.getKey(), throughSdk(actor.getValue())));
    }

    private Stream<DynamicContainer> throughSdk(Actor actor) {
        return tables.stream()
                .map(table ->
                        DynamicContainer.dynamicContainer(
                                table.name(),
                                table.rows().stream()
                                        .filter(InputTable.Row::isForSdk)
                                        .map(row ->
                                                DynamicTest.dynamicTest(
                                                        row.toString(),
                                                        () -> throughSdk(actor, table, row)))));
    }

    private void throughSdk(Actor actor, InputTable table, InputTable.Row row) {
        Values values = new Values(words.next(), server::token);
        Heard heard = new Heard(Set.of(table.result()));
        actor.listen(heard);
        if (table.room()) {
            actor.call(values.resolve(new JSONObject(LOGIN)));
            heard.takeUntil("onRoomLoginResult", any -> true, "the login");
        }
        actor.call(new JSONObject().put(table.call(), values.resolve(row.in(table.arguments()))));
        Callback result =
                heard.await(
                        table.result(),
                        came ->
                                !came.arguments().has("funcName")
                                        || came.arguments().get("funcName").equals(table.call()),
                        table.result());
        actor.call(new JSONObject().put("logoutRoom", new JSONObject()));
        heard.takeUntil("onRoomLogoutResult", any -> true, "the logout");
        assertThat(result.arguments().getInt("errorCode")).as(row.toString()).isEqualTo(row.code());
    }

    @TestFactory
    Stream<DynamicTest> withoutAnSdk() {
        return tables.stream()
                .filter(table -> table.request().isPresent())
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> withoutSdk(table)));
    }

    /// All rows that are wrong are told together.
    private void withoutSdk(InputTable table) throws InterruptedException {
        List<InputTable.Row> rows =
                table.rows().stream().filter(InputTable.Row::isForServer).toList();
        List<String> wrong = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_A_CONNECTION) {
            try (RawSignalling connection = new RawSignalling(server)) {
                for (InputTable.Row row :
                        rows.subList(from, Math.min(from + ROWS_A_CONNECTION, rows.size()))) {
                    int code = asRequest(connection, table, row);
                    if (code != row.requestCode()) {
                        wrong.add(row + ", but as a request " + code);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int asRequest(RawSignalling connection, InputTable table, InputTable.Row row)
            throws InterruptedException {
        Values values = new Values(words.next(), server::token);
        JSONObject login =
                values.resolve(
                        new JSONObject()
                                .put("type", "login")
                                .put("roomId", "room-${run}")
                                .put("userId", "alice-${run}")
                                .put("userName", "")
                                .put("maxMemberCount", 0)
                                .put("userStatusNotify", false));
        if (table.room()) {
            assertThat(connection.request(login)).isZero();
        }
        JSONObject request =
                row.in(
                        table.request().orElseThrow(),
                        table.fields().getString(row.argument()),
                        values);
        int code = connection.request(request);
        JSONObject in = table.room() ? login : request;
        connection.request(new JSONObject().put("type", "logout").put("roomId", in.opt("roomId")));
        return code;
    }
}

package io.freshet.server.app;

import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.server.callback.CallbackSettings;
import io.freshet.server.console.Actor;
import io.freshet.server.console.Administration;
import io.freshet.server.console.AuditLog;
import io.freshet.server.gateway.AdminMessages;
import io.freshet.server.operation.Operations;
import io.freshet.server.project.ProjectStore;
import io.freshet.server.project.StoreException;
import io.freshet.server.usage.UsageStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/// How commands reach the server: the running one is asked, since it has the database open; when
/// none runs, the database is opened here.
final class AdminChannel {
    private static final int TIMEOUT_MS = 5000;
    private static final int OK = 200;
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(64 * 1024, 4);

    static final String NOT_UNDERSTOOD = "the server's answer is not understood";

    private AdminChannel() {}

    /// Lets an operation be done, wherever the database is open.
    static JsonObject perform(Configuration configuration, String operation, String request)
            throws CommandFailedException, IOException {
        Optional<String> answer = ask(configuration, AdminMessages.OPERATIONS + operation, request);
        try {
            return answer.isPresent()
                    ? AdminMessages.readAnswer(answer.get())
                    : onDatabase(configuration, operation, JsonReader.readObject(request, LIMITS));
        } catch (JsonException e) {
            throw new CommandFailedException(NOT_UNDERSTOOD);
        }
    }

    /// Lets the running server do an operation.
    static JsonObject performLive(Configuration configuration, String operation, String request)
            throws CommandFailedException, IOException {
        Optional<String> answer = ask(configuration, AdminMessages.OPERATIONS + operation, request);
        if (answer.isEmpty()) {
            throw new CommandFailedException(
                    "no server runs on the data directory "
                            + configuration.dataDirectory()
                            + "; start one with ./freshet up, or name its directory with --data");
        }
        try {
            return AdminMessages.readAnswer(answer.get());
        } catch (JsonException e) {
            throw new CommandFailedException(NOT_UNDERSTOOD);
        }
    }

    /// The running server's answer; empty when none runs on this data directory.
    static Optional<String> ask(Configuration configuration, String path, String request)
            throws CommandFailedException, IOException {
        Path directory = configuration.dataDirectory();
        Optional<String> address = new RunningServerFile(directory).read();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var url = URI.create(address.get() + path).toURL();
        String key = AdminKey.read(directory);
        HttpURLConnection connection;
        try {
            connection = (HttpURLConnection) url.openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Authorization", "Bearer " + key);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (var body = connection.getOutputStream()) {
                body.write(request.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // A server that was killed leaves its address behind.
            return Optional.empty();
        }
        return Optional.of(read(connection));
    }

    private static String read(HttpURLConnection connection)
            throws IOException, CommandFailedException {
        boolean accepted = connection.getResponseCode() == OK;
        try (InputStream stream =
                accepted ? connection.getInputStream() : connection.getErrorStream()) {
            String text =
                    stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            if (!accepted) {
                throw new CommandFailedException(AdminMessages.readError(text));
            }
            return text;
        }
    }

    /// Opens the database for as long as the action takes.
    static <T> T withProjects(Configuration configuration, Action<T> action)
            throws CommandFailedException {
        Path directory = configuration.dataDirectory();
        if (!Files.isDirectory(directory)) {
            throw new CommandFailedException(
                    "there is no data directory "
                            + directory
                            + "; start the server once with ./freshet up, or name it with --data");
        }
        try (var projects = ProjectStore.open(directory, new SecureRandom())) {
            return action.on(projects);
        } catch (StoreException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        } catch (Administration.RefusedException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    /// What is done with an open database.
    interface Action<T> {
        T on(ProjectStore projects) throws Administration.RefusedException;
    }

    private static JsonObject onDatabase(
            Configuration configuration, String operation, JsonObject request)
            throws CommandFailedException, JsonException {
        String answer =
                withProjects(
                        configuration,
                        projects ->
                                new Operations(
                                                Operations.onDatabase(
                                                        projects,
                                                        CallbackSettings.load(projects.database()),
                                                        new UsageStore(projects.database()),
                                                        new AuditLog(projects.database()),
                                                        Operations.Effects.NONE),
                                                order -> {
                                                    throw new Administration.RefusedException(
                                                            "not a token's business");
                                                },
                                                new AuditLog(projects.database()),
                                                Instant::now)
                                        .perform(Actor.COMMAND_LINE, operation, request));
        return AdminMessages.readAnswer(answer);
    }
}

package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Administration.Refusal;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.project.ProjectRecord;
import io.freshet.server.project.ProjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What a project is and how it is set; docs/operate.md.
public final class ProjectOperations {
    public static final String LIST = "project.list";
    public static final String CREATE = "project.create";
    public static final String SHOW = "project.show";
    public static final String SET = "project.set";
    public static final String SECRETS = "project.secrets";
    public static final String ROTATE = "project.rotate";

    private static final Map<String, ProjectStore.Secret> SECRET_NAMES =
            Map.of(
                    "appSign", ProjectStore.Secret.APP_SIGN,
                    "serverSecret", ProjectStore.Secret.SERVER_SECRET,
                    "callbackSecret", ProjectStore.Secret.CALLBACK_SECRET);

    /// A server holds all its projects in memory.
    private static final int MAX_PROJECTS = 1_000;

    private static final int MAX_NAME_CHARACTERS = 64;

    private static final String TOKEN_EXPIRY = "tokenExpiry";
    private static final String KICK = "kick";
    private static final String KEEP = "keep";
    private static final int MAX_WORD_CHARACTERS = 16;

    private final Projects projects;
    private final Supplier<Instant> now;

    ProjectOperations(Projects projects, Supplier<Instant> now) {
        this.projects = projects;
        this.now = now;
    }

    List<Operation> all() {
        return List.of(
                Operation.look(LIST, (request, answer) -> list(answer)),
                Operation.change(CREATE, this::create),
                Operation.look(SHOW, this::show),
                Operation.change(SET, this::set),
                // Only looks, but who has seen a secret is worth knowing.
                Operation.change(SECRETS, this::secrets),
                Operation.change(ROTATE, this::rotate));
    }

    /// The oldest first.
    private void list(JsonWriter answer) {
        answer.beginArray("projects");
        for (ProjectRecord project : projects.store().all()) {
            write(project, answer.beginObject());
            answer.endObject();
        }
        answer.endArray();
    }

    private void create(OperationRequest request, JsonWriter answer) throws RefusedException {
        String name = name(request);
        if (projects.store().all().size() >= MAX_PROJECTS) {
            throw new RefusedException(
                    Refusal.CONFLICT,
                    "name",
                    "There are " + MAX_PROJECTS + " projects, as many as there may be.");
        }
        write(projects.store().create(name, now.get()), answer);
    }

    private void secrets(OperationRequest request, JsonWriter answer) throws RefusedException {
        writeSecrets(projects.of(request), answer);
    }

    private void rotate(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String name = request.requiredText("secret", MAX_WORD_CHARACTERS);
        ProjectStore.Secret secret = SECRET_NAMES.get(name);
        if (secret == null) {
            throw RefusedException.invalid(
                    "secret", "\"secret\" must be appSign, serverSecret or callbackSecret.");
        }
        writeSecrets(projects.store().rotate(appId, secret).orElseThrow(() -> gone(appId)), answer);
    }

    private static String name(OperationRequest request) throws RefusedException {
        String name = request.requiredText("name", MAX_NAME_CHARACTERS).strip();
        if (name.isEmpty()) {
            throw RefusedException.invalid("name", "\"name\" must not be blank.");
        }
        return name;
    }

    private static void writeSecrets(ProjectRecord project, JsonWriter answer) {
        answer.member("appId", project.appId())
                .member("appSign", project.appSign())
                .member("serverSecret", project.serverSecret())
                .member("callbackSecret", project.callbackSecret());
    }

    private void show(OperationRequest request, JsonWriter answer) throws RefusedException {
        write(projects.of(request), answer);
    }

    /// Sets what the request names and leaves the rest as it is.
    private void set(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String expiry = request.text(TOKEN_EXPIRY, MAX_WORD_CHARACTERS);
        if (!expiry.isEmpty() && !expiry.equals(KICK) && !expiry.equals(KEEP)) {
            throw RefusedException.invalid(
                    TOKEN_EXPIRY,
                    "\"tokenExpiry\" must be kick or keep: what becomes of a login whose token has"
                            + " run out.");
        }
        String name = request.has("name") ? name(request) : "";
        // Only what is named: others may change the rest at the same time.
        List<UnaryOperator<ProjectRecord>> changes = new ArrayList<>();
        flag(request, "l3", ProjectRecord::withL3Enabled, changes);
        flag(request, "tokenOnly", ProjectRecord::withTokenOnly, changes);
        flag(request, "online", ProjectRecord::withOnline, changes);
        if (!expiry.isEmpty()) {
            changes.add(it -> it.withLoginEndsWithToken(expiry.equals(KICK)));
        }
        if (request.has("name")) {
            changes.add(it -> it.withName(name));
        }
        ProjectRecord changed =
                projects.store()
                        .change(
                                appId,
                                it -> {
                                    ProjectRecord next = it;
                                    for (UnaryOperator<ProjectRecord> change : changes) {
                                        next = change.apply(next);
                                    }
                                    return next;
                                })
                        .orElseThrow(() -> gone(appId));
        write(changed, answer);
    }

    private static void flag(
            OperationRequest request,
            String name,
            BiFunction<ProjectRecord, Boolean, ProjectRecord> switching,
            List<UnaryOperator<ProjectRecord>> changes)
            throws RefusedException {
        if (request.has(name)) {
            boolean on = request.flag(name, false);
            changes.add(it -> switching.apply(it, on));
        }
    }

    private static RefusedException gone(long appId) {
        return RefusedException.notFound("appId", "There is no project " + appId + " any more.");
    }

    private static void write(ProjectRecord project, JsonWriter answer) {
        answer.member("appId", project.appId())
                .member("name", project.name())
                .member(TOKEN_EXPIRY, project.loginEndsWithToken() ? KICK : KEEP)
                .member("tokenOnly", project.tokenOnly())
                .member("l3", project.l3Enabled())
                .member("online", project.online())
                .member("createdAt", project.createdAt().toString());
    }
}

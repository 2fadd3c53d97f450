package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.gateway.Administration.RefusedException;
import io.freshet.server.project.ProjectRecord;
import java.util.List;

/// What a project is and how it is set; docs/operate.md.
public final class ProjectOperations {
    public static final String SHOW = "project.show";
    public static final String SET = "project.set";

    private static final String TOKEN_EXPIRY = "tokenExpiry";
    private static final String KICK = "kick";
    private static final String KEEP = "keep";
    private static final int MAX_WORD_CHARACTERS = 16;

    private final Projects projects;

    ProjectOperations(Projects projects) {
        this.projects = projects;
    }

    List<Operation> all() {
        return List.of(Operation.look(SHOW, this::show), Operation.change(SET, this::set));
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
        boolean l3Off = !request.flag("l3", true);
        boolean l3On = request.flag("l3", false);
        boolean tokenOnlyOff = !request.flag("tokenOnly", true);
        boolean tokenOnlyOn = request.flag("tokenOnly", false);
        ProjectRecord changed =
                projects.store()
                        .change(
                                appId,
                                it ->
                                        it.withL3Enabled(l3On || (it.l3Enabled() && !l3Off))
                                                .withTokenOnly(
                                                        tokenOnlyOn
                                                                || (it.tokenOnly()
                                                                        && !tokenOnlyOff))
                                                .withLoginEndsWithToken(
                                                        expiry.equals(KICK)
                                                                || (it.loginEndsWithToken()
                                                                        && !expiry.equals(KEEP))))
                        .orElseThrow(() ->
                                RefusedException.notFound(
                                        "appId", "There is no project " + appId + " any more."));
        write(changed, answer);
    }

    private static void write(ProjectRecord project, JsonWriter answer) {
        answer.member("appId", project.appId())
                .member("name", project.name())
                .member(TOKEN_EXPIRY, project.loginEndsWithToken() ? KICK : KEEP)
                .member("tokenOnly", project.tokenOnly())
                .member("l3", project.l3Enabled());
    }
}

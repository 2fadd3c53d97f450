package io.freshet.server.operation;

import io.freshet.protocol.Limits;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.project.ProjectRecord;
import io.freshet.server.project.ProjectStore;

/// Finds the project that a request is about.
final class Projects {
    private final ProjectStore store;

    Projects(ProjectStore store) {
        this.store = store;
    }

    /// That of `appId`; without it the oldest, which is the demo project.
    ProjectRecord of(OperationRequest request) throws RefusedException {
        long appId = request.number("appId", 0, 0, Limits.APP_ID_MAX);
        if (appId == 0) {
            return store.all().stream()
                    .findFirst()
                    .orElseThrow(
                            () -> RefusedException.notFound("appId", "There is no project yet."));
        }
        return store.find(appId)
                .orElseThrow(() ->
                        RefusedException.notFound("appId", "There is no project " + appId + "."));
    }

    ProjectStore store() {
        return store;
    }
}

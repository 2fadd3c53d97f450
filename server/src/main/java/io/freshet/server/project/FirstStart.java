package io.freshet.server.project;

/// What the first start made. The console password exists in readable form only here.
public record FirstStart(ProjectRecord project, String consoleUser, String consolePassword) {
    @Override
    public String toString() {
        return "FirstStart[" + project + "]";
    }
}

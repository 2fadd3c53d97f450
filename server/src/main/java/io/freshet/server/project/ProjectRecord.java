package io.freshet.server.project;

import java.time.Instant;

/// One customer application: its rooms, users and streams are apart from every other project's.
///
/// `appId` is an unsigned 32-bit number, never 0. `appSign` is 64 hexadecimal characters (SDK
/// authentication), `serverSecret` 32 characters of `[0-9a-z]` (the key of its tokens),
/// `callbackSecret` the same (the key of signed callbacks). With `tokenOnly` an AppSign alone opens
/// no room; with `loginEndsWithToken` nobody stays whose token has run out. One that is not
/// `online` refuses every client.
public record ProjectRecord(
        long appId,
        String name,
        String appSign,
        String serverSecret,
        String callbackSecret,
        boolean l3Enabled,
        boolean tokenOnly,
        boolean loginEndsWithToken,
        boolean online,
        Instant createdAt) {
    private static final long MAX_APP_ID = 0xFFFF_FFFFL;

    public ProjectRecord {
        if (appId <= 0 || appId > MAX_APP_ID) {
            throw new IllegalArgumentException("AppID is not from 1 to 4294967295: " + appId);
        }
        require(name.length() <= 64, "name is longer than 64 characters");
        require(appSign.matches("[0-9a-f]{64}"), "AppSign is not 64 hexadecimal characters");
        require(serverSecret.matches("[0-9a-z]{32}"), "ServerSecret is not 32 of [0-9a-z]");
        require(callbackSecret.matches("[0-9a-z]{32}"), "CallbackSecret is not 32 of [0-9a-z]");
    }

    public ProjectRecord withName(String newName) {
        return with(newName, l3Enabled, tokenOnly, loginEndsWithToken, online);
    }

    public ProjectRecord withL3Enabled(boolean on) {
        return with(name, on, tokenOnly, loginEndsWithToken, online);
    }

    public ProjectRecord withTokenOnly(boolean on) {
        return with(name, l3Enabled, on, loginEndsWithToken, online);
    }

    public ProjectRecord withLoginEndsWithToken(boolean on) {
        return with(name, l3Enabled, tokenOnly, on, online);
    }

    public ProjectRecord withOnline(boolean on) {
        return with(name, l3Enabled, tokenOnly, loginEndsWithToken, on);
    }

    /// With other secrets.
    ProjectRecord withSecrets(String sign, String server, String callback) {
        return new ProjectRecord(
                appId,
                name,
                sign,
                server,
                callback,
                l3Enabled,
                tokenOnly,
                loginEndsWithToken,
                online,
                createdAt);
    }

    private ProjectRecord with(
            String newName,
            boolean l3,
            boolean onlyTokens,
            boolean endsWithToken,
            boolean isOnline) {
        return new ProjectRecord(
                appId,
                newName,
                appSign,
                serverSecret,
                callbackSecret,
                l3,
                onlyTokens,
                endsWithToken,
                isOnline,
                createdAt);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Without the secrets, so that a log line never holds one.
    @Override
    public String toString() {
        return "Project[" + appId + " " + name + "]";
    }
}

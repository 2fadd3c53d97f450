package io.freshet.server.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.protocol.message.ResourceMode;
import io.freshet.server.control.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @TempDir Path directory;

    @Test
    void theFirstStartMakesADemoProjectOnce() throws Exception {
        FirstStart first;
        try (var store = ProjectStore.open(directory, new Random(1))) {
            first = store.createDemoIfEmpty(NOW).orElseThrow();
            assertThat(first.project().l3Enabled()).isTrue();
            assertThat(first.project().tokenOnly()).isFalse();
            assertThat(first.project().appSign()).matches("[0-9a-f]{64}");
            assertThat(first.project().serverSecret()).matches("[0-9a-z]{32}");
            assertThat(first.project().callbackSecret())
                    .matches("[0-9a-z]{32}")
                    .isNotEqualTo(first.project().serverSecret());
            assertThat(store.createDemoIfEmpty(NOW)).isEmpty();
        }
        try (var store = ProjectStore.open(directory, new Random(2))) {
            assertThat(store.createDemoIfEmpty(NOW.plusSeconds(1))).isEmpty();
            assertThat(store.all()).containsExactly(first.project());
            assertThat(store.consoleAccounts().isPassword("admin", first.consolePassword()))
                    .isTrue();
        }
    }

    @Test
    void noTwoInstallationsShareASecret() throws Exception {
        try (var one = ProjectStore.open(directory.resolve("one"), new SecureRandom());
                var two = ProjectStore.open(directory.resolve("two"), new SecureRandom())) {
            var first = one.createDemoIfEmpty(NOW).orElseThrow();
            var second = two.createDemoIfEmpty(NOW).orElseThrow();
            assertThat(first.project().appId()).isNotEqualTo(second.project().appId());
            assertThat(first.project().appSign()).isNotEqualTo(second.project().appSign());
            assertThat(first.project().serverSecret())
                    .isNotEqualTo(second.project().serverSecret());
            assertThat(first.consolePassword()).isNotEqualTo(second.consolePassword());
            assertThat(two.consoleAccounts().isPassword("admin", first.consolePassword()))
                    .isFalse();
        }
    }

    @Test
    void keepsNoReadablePassword() throws Exception {
        String password;
        try (var store = ProjectStore.open(directory, new Random(1))) {
            password = store.createDemoIfEmpty(NOW).orElseThrow().consolePassword();
            assertThat(store.consoleAccounts().isPassword("admin", password + "x")).isFalse();
            assertThat(store.consoleAccounts().isPassword("nobody", password)).isFalse();
        }
        byte[] file = Files.readAllBytes(directory.resolve("freshet.mv.db"));
        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(password);
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws Exception {
        Path data = directory.resolve("data");
        try (var store = ProjectStore.open(data, new Random(1))) {
            assertThat(store.all()).isEmpty();
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(data.resolve("freshet.mv.db"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void tellsTheRoomsWhatTheyNeedToKnow() throws Exception {
        try (var store = ProjectStore.open(directory, new Random(1))) {
            var demo = store.createDemoIfEmpty(NOW).orElseThrow().project();
            var plain =
                    new ProjectRecord(
                            4_294_967_295L,
                            "plain",
                            demo.appSign(),
                            demo.serverSecret(),
                            demo.callbackSecret(),
                            false,
                            true,
                            false,
                            true,
                            NOW.plusSeconds(1));
            store.add(plain);
            assertThat(store.all()).containsExactly(demo, plain);
            Project rooms = store.project(demo.appId()).orElseThrow();
            assertThat(rooms.offers(Project.Service.L3)).isTrue();
            assertThat(rooms.appSign()).isEqualTo(demo.appSign());
            assertThat(rooms.serverSecret()).isEqualTo(demo.serverSecret());
            assertThat(rooms.tokenOnly()).isFalse();
            assertThat(rooms.online()).isTrue();
            assertThat(rooms.defaultResourceMode()).isEqualTo(ResourceMode.RTC);
            Project other = store.project(plain.appId()).orElseThrow();
            assertThat(other.offers(Project.Service.L3)).isFalse();
            assertThat(other.tokenOnly()).isTrue();
            assertThat(store.project(5)).isEmpty();
        }
    }

    @Test
    void aChangedSwitchCountsAtOnceAndIsKept() throws Exception {
        long appId;
        try (var store = ProjectStore.open(directory, new Random(1))) {
            appId = store.createDemoIfEmpty(NOW).orElseThrow().project().appId();
            store.change(appId, it -> it.withLoginEndsWithToken(true).withTokenOnly(true));
            store.change(appId, it -> it.withL3Enabled(false));
            assertThat(store.project(appId).orElseThrow().services())
                    .containsExactly(Project.Service.LOGIN_ENDS_WITH_TOKEN);
            assertThat(store.change(5, it -> it)).isEmpty();
        }
        try (var store = ProjectStore.open(directory, new Random(1))) {
            Project kept = store.project(appId).orElseThrow();
            assertThat(kept.services()).containsExactly(Project.Service.LOGIN_ENDS_WITH_TOKEN);
            assertThat(kept.tokenOnly()).isTrue();
        }
    }

    @Test
    void nameAndBeingOnlineHoldAtOnceAndAfterARestart() throws Exception {
        ProjectRecord changed;
        try (var store = ProjectStore.open(directory, new Random(1))) {
            var before = store.create("shop", NOW);
            assertThat(store.project(before.appId()).orElseThrow().online()).isTrue();
            changed =
                    store.change(before.appId(), it -> it.withName("market").withOnline(false))
                            .orElseThrow();
            assertThat(changed.name()).isEqualTo("market");
            assertThat(store.project(before.appId()).orElseThrow().online()).isFalse();
        }
        try (var store = ProjectStore.open(directory, new Random(2))) {
            assertThat(store.find(changed.appId())).contains(changed);
        }
    }

    @Test
    void rotatesOneSecretAtATime() throws Exception {
        try (var store = ProjectStore.open(directory, new Random(1))) {
            var before = store.create("shop", NOW);
            for (ProjectStore.Secret secret : ProjectStore.Secret.values()) {
                var held = store.find(before.appId()).orElseThrow();
                var now = store.rotate(before.appId(), secret).orElseThrow();
                assertThat(now).isNotEqualTo(held);
                assertThat(now.appSign().equals(held.appSign()))
                        .isEqualTo(secret != ProjectStore.Secret.APP_SIGN);
                assertThat(now.serverSecret().equals(held.serverSecret()))
                        .isEqualTo(secret != ProjectStore.Secret.SERVER_SECRET);
                assertThat(now.callbackSecret().equals(held.callbackSecret()))
                        .isEqualTo(secret != ProjectStore.Secret.CALLBACK_SECRET);
            }
            var rotated = store.find(before.appId()).orElseThrow();
            assertThat(store.project(before.appId()).orElseThrow().serverSecret())
                    .isEqualTo(rotated.serverSecret());
            assertThat(store.rotate(5, ProjectStore.Secret.APP_SIGN)).isEmpty();
        }
        try (var store = ProjectStore.open(directory, new Random(2))) {
            assertThat(store.all()).hasSize(1);
        }
    }

    @Test
    void refusesASecondProjectOfTheSameAppId() throws Exception {
        try (var store = ProjectStore.open(directory, new Random(1))) {
            var demo = store.createDemoIfEmpty(NOW).orElseThrow().project();
            assertThatThrownBy(() -> store.add(demo)).isInstanceOf(RuntimeException.class);
            assertThat(store.all()).containsExactly(demo);
        }
    }

    @Test
    void printsNoSecretByAccident() throws Exception {
        try (var store = ProjectStore.open(directory, new Random(1))) {
            var first = store.createDemoIfEmpty(NOW).orElseThrow();
            assertThat(first + " " + first.project())
                    .doesNotContain(first.consolePassword())
                    .doesNotContain(first.project().appSign())
                    .doesNotContain(first.project().serverSecret());
        }
    }

    @Test
    void aFileIsNoDataDirectory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> ProjectStore.open(file, new Random(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not a directory");
    }

    @Test
    void aDamagedFileIsToldAsSuch() throws Exception {
        Files.writeString(directory.resolve("freshet.mv.db"), "not a database");
        assertThatThrownBy(() -> ProjectStore.open(directory, new Random(1)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isInUse()).isFalse())
                .hasMessageContaining("cannot be used");
    }

    @Test
    void aProjectMustBeComplete() {
        String sign = "0".repeat(64);
        String secret = "a".repeat(32);
        assertThatThrownBy(() ->
                        new ProjectRecord(
                                0, "n", sign, secret, secret, true, true, true, true, NOW))
                .hasMessageContaining("AppID");
        assertThatThrownBy(() ->
                        new ProjectRecord(
                                1L << 32, "n", sign, secret, secret, true, true, true, true, NOW))
                .hasMessageContaining("AppID");
        assertThatThrownBy(() ->
                        new ProjectRecord(1, "n", "0", secret, secret, true, true, true, true, NOW))
                .hasMessageContaining("AppSign");
        assertThatThrownBy(() ->
                        new ProjectRecord(1, "n", sign, "a", secret, true, true, true, true, NOW))
                .hasMessageContaining("ServerSecret");
    }
}

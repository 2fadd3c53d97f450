package io.freshet.server.control;

import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenRequest;
import io.freshet.testkit.VirtualClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A room service in virtual time with one project.
final class ControlHarness {
    static final long APP_ID = 1234567890L;
    static final String APP_SIGN = "0123456789abcdef".repeat(4);
    static final String SECRET = "fa94dd0f974cf2e293728a526b028271";

    final VirtualClock clock = new VirtualClock();
    final Map<Long, Project> projects = new HashMap<>();
    final FakeMediaPlane media;

    /// What the observer was told, in order.
    final List<RoomOccurrence> occurrences = new CopyOnWriteArrayList<>();

    final ControlPlane plane;

    /// What outlives the room service.
    final MemoryRuleStore rules;

    ControlHarness() {
        this(ControlConfig.defaults(), new FakeMediaPlane());
    }

    ControlHarness(ControlConfig config) {
        this(config, new FakeMediaPlane());
    }

    ControlHarness(ControlConfig config, FakeMediaPlane media) {
        this(config, media, new MemoryRuleStore());
    }

    ControlHarness(ControlConfig config, FakeMediaPlane media, MemoryRuleStore rules) {
        this.media = media;
        this.rules = rules;
        projects.put(APP_ID, project(Project.Service.L3));
        plane =
                new ControlPlane(
                        config,
                        appId -> Optional.ofNullable(projects.get(appId)),
                        media,
                        clockOf(clock),
                        new Random(1),
                        occurrences::add,
                        rules);
    }

    static ControlClock clockOf(VirtualClock clock) {
        return new ControlClock() {
            @Override
            public long nowNs() {
                return clock.nowNs();
            }

            @Override
            public long wallMs() {
                return clock.wallMs();
            }
        };
    }

    static Project project(Project.Service... services) {
        return new Project(
                APP_ID, APP_SIGN, SECRET, true, false, ResourceMode.RTC, Set.of(services));
    }

    static ControlConfig withBounds(ControlConfig.Bounds bounds) {
        return new ControlConfig(ControlConfig.Timing.defaults(), bounds);
    }

    TestClient client() {
        return clientAt("192.0.2.1");
    }

    TestClient clientAt(String address) {
        return new TestClient(plane, address);
    }

    TestClient greetedClient() {
        return client().greeted();
    }

    /// Lets time pass, each deadline at its time.
    void pass(Duration time) {
        long untilNs = clock.nowNs() + time.toNanos();
        while (plane.nextTimeoutNs() <= untilNs) {
            clock.advanceTo(Math.max(clock.nowNs(), plane.nextTimeoutNs()));
            plane.onTimeout(clock.nowNs());
        }
        clock.advanceTo(untilNs);
    }

    String token(String user, Duration valid, RoomPayload rights) {
        return token(APP_ID, user, valid, rights.toJson(), SECRET);
    }

    String identityToken(String user) {
        return token(APP_ID, user, Duration.ofHours(1), "", SECRET);
    }

    String token(long appId, String user, Duration valid, String payload, String secret) {
        return Token04.generate(
                new TokenRequest(appId, user, valid.toSeconds(), payload),
                secret,
                Token04.Mode.GCM,
                clock.wallMs() / 1000,
                new Random(2));
    }
}

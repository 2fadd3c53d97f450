package io.freshet.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The arrows of ARCHITECTURE.md: who may know whom. Every other arrow is forbidden.
class ArrowsTest {
    private static final JavaClasses FRESHET =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.freshet", "im.zego");

    private static final DescribedPredicate<JavaClass> OURS =
            resideInAnyPackage("io.freshet..", "im.zego..");

    @Test
    void everyModuleIsSeen() {
        for (String name :
                new String[] {
                    "io.freshet.protocol.message.Answer",
                    "io.freshet.media.io.MediaNode",
                    "io.freshet.server.control.ControlPlane",
                    "io.freshet.server.app.Main",
                    "im.zego.zegoexpress.ZegoExpressEngine",
                    "io.freshet.sdk.desktop.DesktopPlatform",
                    "io.freshet.bench.BenchMain"
                }) {
            assertThat(FRESHET.contain(name)).as(name).isTrue();
        }
    }

    @Test
    void theContractKnowsNobody() {
        knowsOnly("io.freshet.protocol..");
    }

    @Test
    void wireFormatsDoNotKnowEachOther() {
        knowsOnly("io.freshet.media.rtp..");
        knowsOnly("io.freshet.media.ice..");
        knowsOnly("io.freshet.media.dtls..");
        knowsOnly("io.freshet.media.sdp..", "io.freshet.media.rtp..");
    }

    @Test
    void mechanismsKnowOnlyWireFormats() {
        knowsOnly("io.freshet.media.receive..", "io.freshet.media.rtp..");
        knowsOnly("io.freshet.media.send..", "io.freshet.media.rtp..");
    }

    @Test
    void forwardingPutsMechanismsTogether() {
        knowsOnly(
                "io.freshet.media.forward..",
                "io.freshet.media.rtp..",
                "io.freshet.media.receive..",
                "io.freshet.media.send..");
    }

    @Test
    void transportKnowsNoIo() {
        noClasses()
                .that()
                .resideInAPackage("io.freshet.media..")
                .and()
                .resideOutsideOfPackage("io.freshet.media.io..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.freshet.media.io..")
                .check(FRESHET);
    }

    @Test
    void mediaKnowsNoRooms() {
        knowsOnly("io.freshet.media..");
    }

    @Test
    void roomsKnowNoSocketsAndNoMedia() {
        knowsOnly("io.freshet.server.control..", "io.freshet.protocol..");
        noClasses()
                .that()
                .resideInAPackage("io.freshet.server.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.nio.channels..", "io.helidon..", "java.sql..")
                .check(FRESHET);
    }

    @Test
    void rulesKnowNoRooms() {
        knowsOnly("io.freshet.server.control.forbid..");
    }

    @Test
    void deadlinesAndRatesAreTheRoomsOwnAndKnowNobody() {
        knowsOnly("io.freshet.server.control.time..");
        noClasses()
                .that(resideInAnyPackage("io.freshet..", "im.zego.."))
                .and()
                .resideOutsideOfPackage("io.freshet.server.control..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.freshet.server.control.time..")
                .check(FRESHET);
    }

    @Test
    void doorsAndProjectsKnowRoomsOnly() {
        knowsOnly(
                "io.freshet.server.gateway..",
                "io.freshet.server.console..",
                "io.freshet.server.control..",
                "io.freshet.server.address..",
                "io.freshet.protocol..");
        knowsOnly(
                "io.freshet.server.gateway.api..",
                "io.freshet.server.gateway.http..",
                "io.freshet.server.control..",
                "io.freshet.server.address..",
                "io.freshet.protocol..");
        knowsOnly(
                "io.freshet.server.gateway.http..",
                "io.freshet.server.address..",
                "io.freshet.protocol..");
        knowsOnly(
                "io.freshet.server.project..",
                "io.freshet.server.control..",
                "io.freshet.protocol..");
        knowsOnly(
                "io.freshet.server.callback..",
                "io.freshet.server.control..",
                "io.freshet.server.address..",
                "io.freshet.protocol..");
        knowsOnly("io.freshet.server.address..");
        knowsOnly("io.freshet.server.usage..", "io.freshet.server.control..");
        knowsOnly(
                "io.freshet.server.operation..",
                "io.freshet.server.console..",
                "io.freshet.server.project..",
                "io.freshet.server.callback..",
                "io.freshet.server.usage..",
                "io.freshet.server.control..",
                "io.freshet.server.address..",
                "io.freshet.protocol..");
        knowsOnly(
                "io.freshet.server.gateway.console..",
                "io.freshet.server.gateway.http..",
                "io.freshet.server.console..",
                "io.freshet.server.control..",
                "io.freshet.server.address..",
                "io.freshet.protocol..");
        knowsOnly(
                "io.freshet.server.console..",
                "io.freshet.server.control..",
                "io.freshet.protocol..");
    }

    @Test
    void sdkCoreKnowsTheContractOnly() {
        ArchRule rule =
                classes()
                        .that(
                                resideInAnyPackage("im.zego..", "io.freshet.sdk..")
                                        .and(
                                                DescribedPredicate.not(
                                                        resideInAPackage(
                                                                "io.freshet.sdk.desktop.."))))
                        .should()
                        .onlyDependOnClassesThat(
                                DescribedPredicate.not(OURS)
                                        .or(
                                                resideInAnyPackage(
                                                        "im.zego..",
                                                        "io.freshet.sdk..",
                                                        "io.freshet.protocol.."))
                                        .and(
                                                DescribedPredicate.not(
                                                        resideInAnyPackage(
                                                                "io.freshet.sdk.desktop..",
                                                                "java.net.http..",
                                                                "dev.onvoid..",
                                                                "java.awt..",
                                                                "javax.swing.."))));
        rule.check(FRESHET);
    }

    @Test
    void logicReadsNoClockAndStartsNoThread() {
        String[] logic = {
            "io.freshet.protocol..",
            "io.freshet.media.rtp..",
            "io.freshet.media.ice..",
            "io.freshet.media.dtls..",
            "io.freshet.media.sdp..",
            "io.freshet.media.receive..",
            "io.freshet.media.send..",
            "io.freshet.media.forward..",
            "io.freshet.media.transport..",
            "io.freshet.server.control..",
            "io.freshet.server.console.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(logic)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "start")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .check(FRESHET);
    }

    /// Classes of `pkg` depend, of our own code, on `pkg` and `others` only.
    private static void knowsOnly(String pkg, String... others) {
        classes()
                .that()
                .resideInAPackage(pkg)
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(OURS)
                                .or(resideInAPackage(pkg))
                                .or(resideInAnyPackage(others)))
                .check(FRESHET);
    }
}

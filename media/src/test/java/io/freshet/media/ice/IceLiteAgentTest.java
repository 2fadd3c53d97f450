package io.freshet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceLiteAgentTest {
    private static final InetSocketAddress WIFI = new InetSocketAddress("192.0.2.10", 50_000);
    private static final InetSocketAddress MOBILE = new InetSocketAddress("2001:db8::7", 60_000);
    private static final IceConfig CONFIG =
            new IceConfig(Duration.ofSeconds(5), Duration.ofSeconds(30), 3);

    private final Recorder recorder = new Recorder();
    private final Random random = new Random(1);
    private final StunWriter writer = new StunWriter();
    private final StunReader reader = new StunReader();
    private long nowNs = Long.MAX_VALUE - seconds(2); // the clock wraps during the test
    private final IceLiteAgent agent = new IceLiteAgent(CONFIG, random, recorder, nowNs);

    @Test
    void credentialsAreLongEnoughAndDiffer() {
        IceLiteAgent other = new IceLiteAgent(CONFIG, random, recorder, 0);
        assertThat(agent.localUfrag()).hasSize(8).matches("[A-Za-z0-9+/]+");
        assertThat(agent.localPassword()).hasSize(24).matches("[A-Za-z0-9+/]+");
        assertThat(other.localUfrag()).isNotEqualTo(agent.localUfrag());
        assertThat(other.localPassword()).isNotEqualTo(agent.localPassword());
    }

    @Test
    void answersAnAuthenticCheckWithTheAddressItCameFrom() {
        ByteBuffer check = nominating("them");
        check(check, WIFI);
        assertThat(recorder.events).containsExactly("validated " + WIFI, "selected " + WIFI);
        ByteBuffer answer = recorder.onlyAnswer();
        assertThat(reader.tryRead(answer, 0, answer.limit())).isTrue();
        assertThat(reader.type()).isEqualTo(StunReader.BINDING_SUCCESS);
        assertThat(reader.xorMappedAddress()).contains(WIFI);
        assertThat(reader.hasFingerprint()).isTrue();
        assertThat(new MessageIntegrity(agent.localPassword()).matches(reader)).isTrue();
        for (int i = 8; i < 20; i++) {
            assertThat(answer.get(i)).isEqualTo(check.get(i));
        }
        assertThat(agent.answeredCount()).isEqualTo(1);
    }

    @Test
    void answersOverIpv6() {
        check(nominating("them"), MOBILE);
        ByteBuffer answer = recorder.onlyAnswer();
        assertThat(reader.tryRead(answer, 0, answer.limit())).isTrue();
        assertThat(reader.xorMappedAddress()).contains(MOBILE);
    }

    @Test
    void answerIsNotLargerThanAnOrdinaryCheck() {
        ByteBuffer check = nominating("them");
        check(check, MOBILE);
        assertThat(recorder.onlyAnswer().limit()).isLessThanOrEqualTo(check.limit());
    }

    @Test
    void checkWithoutNominationValidatesOnly() {
        check(request("them", agent.localPassword(), false), WIFI);
        assertThat(recorder.events).containsExactly("validated " + WIFI);
        assertThat(agent.selectedAddress()).isEmpty();
    }

    @Test
    void wrongPasswordGetsSilence() {
        check(request("them", "x".repeat(24), true), WIFI);
        assertSilence();
        assertThat(agent.unauthenticatedCount()).isEqualTo(1);
    }

    @Test
    void wrongUfragGetsSilence() {
        MessageIntegrity integrity = new MessageIntegrity(agent.localPassword());
        for (String username : List.of("", ":", "them", "AAAAAAAA:them", agent.localUfrag())) {
            check(
                    copy(
                            writer.begin(StunReader.BINDING_REQUEST, new byte[12])
                                    .username(username)
                                    .integrity(integrity)
                                    .fingerprint()
                                    .finish()),
                    WIFI);
        }
        assertSilence();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "themm", "tham", ""})
    void ufragOfAnotherPeerGetsSilence(String remoteUfrag) {
        agent.setRemoteUfrag("them");
        check(nominating(remoteUfrag), WIFI);
        assertSilence();
        check(nominating("them"), WIFI);
        assertThat(agent.selectedAddress()).contains(WIFI);
    }

    @Test
    void checkWithoutIntegrityFingerprintOrUsernameGetsSilence() {
        MessageIntegrity integrity = new MessageIntegrity(agent.localPassword());
        String username = agent.localUfrag() + ":them";
        check(copy(begin().username(username).useCandidate().fingerprint().finish()), WIFI);
        check(copy(begin().username(username).integrity(integrity).finish()), WIFI);
        check(copy(begin().useCandidate().integrity(integrity).fingerprint().finish()), WIFI);
        assertSilence();
        assertThat(agent.unauthenticatedCount()).isEqualTo(3);
    }

    @Test
    void everyChangedByteGetsSilence() {
        ByteBuffer check = nominating("them");
        for (int i = 0; i < check.limit(); i++) {
            ByteBuffer changed = copy(check.duplicate());
            changed.put(i, (byte) (changed.get(i) ^ 0x04));
            check(changed, WIFI);
        }
        assertSilence();
        // Without its type the fingerprint is just an unknown attribute.
        assertThat(agent.malformedCount()).isEqualTo(check.limit() - 2);
        assertThat(agent.unauthenticatedCount()).isEqualTo(2);
    }

    @Test
    void indicationsAndResponsesGetSilence() {
        MessageIntegrity integrity = new MessageIntegrity(agent.localPassword());
        for (int type : new int[] {0x0011, 0x0101, 0x0111, 0x0003}) {
            check(
                    copy(
                            writer.begin(type, new byte[12])
                                    .username(agent.localUfrag() + ":them")
                                    .integrity(integrity)
                                    .fingerprint()
                                    .finish()),
                    WIFI);
        }
        assertSilence();
    }

    @Test
    void peerThatThinksItIsControlledIsToldOfTheRoleConflict() {
        check(
                copy(
                        begin().username(agent.localUfrag() + ":them")
                                .iceControlled(1)
                                .useCandidate()
                                .integrity(new MessageIntegrity(agent.localPassword()))
                                .fingerprint()
                                .finish()),
                WIFI);
        assertThat(errorCodeOf(recorder.onlyAnswer())).isEqualTo(487);
        assertThat(recorder.events).isEmpty();
    }

    @Test
    void unknownAttributeThatMustBeUnderstoodIsNamed() {
        ByteBuffer check =
                copy(
                        begin().username(agent.localUfrag() + ":them")
                                .bytes(0x7abc, new byte[4])
                                .useCandidate()
                                .integrity(new MessageIntegrity(agent.localPassword()))
                                .fingerprint()
                                .finish());
        check(check, WIFI);
        assertThat(errorCodeOf(recorder.onlyAnswer())).isEqualTo(420);
        assertThat(recorder.onlyAnswer().limit()).isLessThanOrEqualTo(check.limit());
        assertThat(recorder.events).isEmpty();
    }

    @Test
    void followsALaterNomination() {
        check(nominating("them"), WIFI);
        check(nominating("them"), MOBILE);
        assertThat(agent.selectedAddress()).contains(MOBILE);
        assertThat(recorder.events)
                .containsExactly(
                        "validated " + WIFI,
                        "selected " + WIFI,
                        "validated " + MOBILE,
                        "selected " + MOBILE);
    }

    @Test
    void forgetsTheLongestSilentAddressButNeverTheSelectedOne() {
        check(nominating("them"), WIFI);
        for (int i = 1; i <= 4; i++) {
            nowNs += 1;
            check(
                    request("them", agent.localPassword(), false),
                    new InetSocketAddress("192.0.2.20", i));
        }
        assertThat(recorder.events)
                .containsSubsequence("forgotten /192.0.2.20:1", "forgotten /192.0.2.20:2")
                .doesNotContain("forgotten " + WIFI, "forgotten /192.0.2.20:3");
        assertThat(recorder.validatedNow()).isEqualTo(3);
    }

    @Test
    void forgetsAnAddressThatIsSilentForTheConsentTimeout() {
        check(request("them", agent.localPassword(), false), MOBILE);
        check(nominating("them"), WIFI);
        for (int i = 0; i < 15; i++) {
            advance(seconds(2));
            check(nominating("them"), WIFI);
        }
        assertThat(recorder.events).contains("forgotten " + MOBILE);
    }

    @Test
    void interruptionIsReportedAfterFiveSecondsAndItsEnd() {
        check(nominating("them"), WIFI);
        advance(seconds(5) - 1);
        assertThat(recorder.events).doesNotContain("interrupted");
        advance(1);
        assertThat(recorder.events).endsWith("interrupted");
        check(request("them", agent.localPassword(), false), WIFI);
        assertThat(recorder.events).endsWith("resumed");
    }

    @Test
    void nominationOfAnotherAddressEndsAnInterruption() {
        check(nominating("them"), WIFI);
        advance(seconds(6));
        check(nominating("them"), MOBILE);
        assertThat(recorder.events).endsWith("selected " + MOBILE, "resumed");
    }

    @Test
    void checkFromAnUnselectedAddressIsNoConsent() {
        check(nominating("them"), WIFI);
        for (int i = 0; i < 16; i++) {
            advance(seconds(2));
            check(request("them", agent.localPassword(), false), MOBILE);
        }
        assertThat(recorder.events).contains("interrupted").endsWith("consent lost");
    }

    @Test
    void consentIsLostAfterThirtySecondsOfSilenceAndStaysLost() {
        check(nominating("them"), WIFI);
        advance(seconds(30) - 1);
        assertThat(recorder.events).doesNotContain("consent lost");
        advance(1);
        assertThat(recorder.events).endsWith("consent lost");
        assertThat(agent.nextTimeoutNs()).isEqualTo(IceLiteAgent.NEVER);
        recorder.answers.clear();
        check(nominating("them"), WIFI);
        assertThat(recorder.answers).isEmpty();
        assertThat(recorder.events).endsWith("consent lost");
    }

    @Test
    void agentThatNobodyChecksIsLostToo() {
        advance(seconds(30));
        assertThat(recorder.events).containsExactly("consent lost");
    }

    @Test
    void timeoutsComeAtTheTimesTheAgentNames() {
        long created = nowNs;
        assertThat(agent.nextTimeoutNs()).isEqualTo(created + seconds(30));
        check(nominating("them"), WIFI);
        assertThat(agent.nextTimeoutNs()).isEqualTo(nowNs + seconds(5));
        advance(seconds(5));
        assertThat(agent.nextTimeoutNs()).isEqualTo(created + seconds(30));
    }

    @Test
    void consentChecksOfAClientKeepTheSessionAlive() {
        List<ByteBuffer> toServer = new ArrayList<>();
        IceClient client =
                new IceClient(
                        agent.localUfrag(),
                        agent.localPassword(),
                        random,
                        request -> toServer.add(copy(request)),
                        nowNs);
        agent.setRemoteUfrag(client.localUfrag());
        long end = nowNs + TimeUnit.MINUTES.toNanos(5);
        while (nowNs - end < 0) {
            client.onTimeout(nowNs);
            toServer.forEach(request -> check(request, WIFI));
            toServer.clear();
            recorder.answers.forEach(answer -> client.onDatagram(answer, 0, answer.limit(), nowNs));
            recorder.answers.clear();
            nowNs = client.nextTimeoutNs();
            agent.onTimeout(nowNs);
        }
        assertThat(client.answers()).isEqualTo(120);
        assertThat(client.mappedAddress()).contains(WIFI);
        assertThat(recorder.events).containsExactly("validated " + WIFI, "selected " + WIFI);
    }

    @Test
    void restartKeepsTheFormerCredentialsUntilTheNewOnesNominate() {
        check(nominating("them"), WIFI);
        final ByteBuffer formerConsent = nominating("them");
        final long formerKey = agent.localUfragKey();
        agent.restart("new!");
        assertThat(agent.localUfragKey()).isNotEqualTo(formerKey);
        check(formerConsent, WIFI);
        assertThat(agent.answeredCount()).isEqualTo(2);
        check(request("new!", agent.localPassword(), false), MOBILE);
        check(formerConsent, WIFI);
        assertThat(agent.answeredCount()).isEqualTo(4);
        check(nominating("new!"), MOBILE);
        assertThat(recorder.events).endsWith("retired " + formerKey, "selected " + MOBILE);
        check(formerConsent, WIFI);
        assertThat(agent.answeredCount()).isEqualTo(5);
        assertThat(agent.unauthenticatedCount()).isEqualTo(1);
        assertThat(agent.selectedAddress()).contains(MOBILE);
    }

    @Test
    void secondRestartReplacesTheFirst() {
        check(nominating("them"), WIFI);
        final ByteBuffer inUse = nominating("them");
        agent.restart("one!");
        final ByteBuffer abandoned = nominating("one!");
        final long abandonedKey = agent.localUfragKey();
        agent.restart("two!");
        assertThat(recorder.events).endsWith("retired " + abandonedKey);
        check(abandoned, MOBILE);
        assertThat(agent.selectedAddress()).contains(WIFI);
        check(inUse, WIFI);
        check(nominating("two!"), MOBILE);
        assertThat(agent.selectedAddress()).contains(MOBILE);
    }

    @Test
    void ufragKeyFindsTheAgent() {
        ByteBuffer check = nominating("them");
        assertThat(IceLiteAgent.ufragKey(check, 0, check.limit())).isEqualTo(agent.localUfragKey());
        ByteBuffer shifted = ByteBuffer.allocateDirect(check.limit() + 5);
        shifted.put(5, check, 0, check.limit());
        assertThat(IceLiteAgent.ufragKey(shifted, 5, check.limit()))
                .isEqualTo(agent.localUfragKey());
    }

    @Test
    void ufragKeyOfAnythingElseIsZero() {
        ByteBuffer check = nominating("them");
        for (int length = 0; length < check.limit(); length++) {
            assertThat(IceLiteAgent.ufragKey(check, 0, length)).isZero();
        }
        assertThat(key(begin().username("short:them").finish())).isZero();
        assertThat(key(begin().username("eightlong").finish())).isZero();
        assertThat(key(begin().username("12345678").finish())).isZero();
        assertThat(key(begin().useCandidate().finish())).isZero();
        assertThat(key(writer.begin(0x0101, new byte[12]).username("12345678:x").finish()))
                .isZero();
    }

    private static long key(ByteBuffer message) {
        return IceLiteAgent.ufragKey(message, 0, message.limit());
    }

    private void check(ByteBuffer request, InetSocketAddress remote) {
        agent.onDatagram(request, 0, request.limit(), remote, nowNs);
    }

    private void advance(long durationNs) {
        nowNs += durationNs;
        agent.onTimeout(nowNs);
    }

    private void assertSilence() {
        assertThat(recorder.answers).isEmpty();
        assertThat(recorder.events).isEmpty();
    }

    private int errorCodeOf(ByteBuffer answer) {
        assertThat(reader.tryRead(answer, 0, answer.limit())).isTrue();
        assertThat(new MessageIntegrity(agent.localPassword()).matches(reader)).isTrue();
        return reader.errorCode();
    }

    private StunWriter begin() {
        byte[] transactionId = new byte[12];
        random.nextBytes(transactionId);
        return writer.begin(StunReader.BINDING_REQUEST, transactionId);
    }

    private ByteBuffer nominating(String remoteUfrag) {
        return request(remoteUfrag, agent.localPassword(), true);
    }

    private ByteBuffer request(String remoteUfrag, String password, boolean nominate) {
        begin().username(agent.localUfrag() + ":" + remoteUfrag);
        if (nominate) {
            writer.useCandidate();
        }
        return copy(
                writer.iceControlling(5)
                        .priority(1)
                        .integrity(new MessageIntegrity(password))
                        .fingerprint()
                        .finish());
    }

    static ByteBuffer copy(ByteBuffer message) {
        return ByteBuffer.allocate(message.remaining()).put(message).flip();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static final class Recorder implements IceLiteAgent.Output {
        final List<String> events = new ArrayList<>();
        final List<ByteBuffer> answers = new ArrayList<>();

        ByteBuffer onlyAnswer() {
            assertThat(answers).hasSize(1);
            return answers.get(0);
        }

        long validatedNow() {
            return events.stream().filter(event -> event.startsWith("validated")).count()
                    - events.stream().filter(event -> event.startsWith("forgotten")).count();
        }

        @Override
        public void sendStun(ByteBuffer response, InetSocketAddress remote) {
            answers.add(copy(response.duplicate()));
        }

        @Override
        public void onAddressValidated(InetSocketAddress remote) {
            events.add("validated " + remote);
        }

        @Override
        public void onAddressForgotten(InetSocketAddress remote) {
            events.add("forgotten " + remote);
        }

        @Override
        public void onAddressSelected(InetSocketAddress remote) {
            events.add("selected " + remote);
        }

        @Override
        public void onInterrupted() {
            events.add("interrupted");
        }

        @Override
        public void onResumed() {
            events.add("resumed");
        }

        @Override
        public void onConsentLost() {
            events.add("consent lost");
        }

        @Override
        public void onUfragRetired(long ufragKey) {
            events.add("retired " + ufragKey);
        }
    }
}

package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.media.dtls.DtlsLink.Fate;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The library's timers run on the real clock, so lossy paths cost a few of its (here short)
/// retransmission intervals; which datagrams are lost follows from the seed alone.
class DtlsHandshakeTest {
    private static final DtlsConfig FAST =
            new DtlsConfig(Duration.ofSeconds(15), Duration.ofMillis(20), 1200, 32);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DtlsServer SERVER = DtlsServer.create(FAST, RANDOM);
    private static final DtlsClient CLIENT = DtlsClient.create(FAST, RANDOM);

    @Test
    void bothSidesGetTheSameKeysWithGcm() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        connect(link, SrtpProfile.AEAD_AES_128_GCM, SrtpProfile.AES_CM_128_HMAC_SHA1_80);
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
    }

    @Test
    void serverPrefersGcmWhateverTheClientPrefers() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        connect(link, SrtpProfile.AES_CM_128_HMAC_SHA1_80, SrtpProfile.AEAD_AES_128_GCM);
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
    }

    @Test
    void serverTakesCounterModeWhenNothingElseIsOffered() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        connect(link, SrtpProfile.AES_CM_128_HMAC_SHA1_80);
        assertAgreement(link, SrtpProfile.AES_CM_128_HMAC_SHA1_80);
    }

    @Test
    void eachServerFlightIsOneDatagramWithinTheLimit() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        connect(link, SrtpProfile.AEAD_AES_128_GCM);
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
        assertThat(link.server.sent).hasSize(2);
        assertThat(link.server.sent).allMatch(datagram -> datagram.limit() <= 1200);
    }

    @Test
    void smallDatagramLimitFragmentsTheFlight() throws Exception {
        DtlsConfig small = new DtlsConfig(Duration.ofSeconds(15), Duration.ofMillis(20), 256, 32);
        DtlsLink link = DtlsLink.perfect();
        connect(link, DtlsServer.create(small, RANDOM), SrtpProfile.values());
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
        assertThat(link.server.sent).hasSizeGreaterThan(2);
        assertThat(link.server.sent).allMatch(datagram -> datagram.limit() <= 256);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void survivesLossDuplicationAndReordering(long seed) throws Exception {
        DtlsLink link = new DtlsLink(fates(seed), fates(~seed));
        connect(link, SrtpProfile.values());
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
    }

    @Test
    void answersALateFinishedWithoutKeepingAThread() throws Exception {
        // The server's second datagram is its Finished: it is done, the client is not.
        DtlsLink link = new DtlsLink(_ -> Fate.DELIVER, n -> n == 2 ? Fate.LOSE : Fate.DELIVER);
        connect(link, SrtpProfile.values());
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
        assertThat(link.server.sentCount()).isGreaterThanOrEqualTo(3);
        assertThat(link.threads.areAllDone()).isTrue();
    }

    @Test
    void noThreadRunsBeforeTheFirstDatagramNorAfterTheHandshake() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        DtlsLink.Threads serverThreads = new DtlsLink.Threads();
        link.server.attach(SERVER.accept(CLIENT.fingerprint(), link.server, serverThreads));
        assertThat(serverThreads.started()).isEmpty();
        connectClient(link, SERVER, SrtpProfile.values());
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
        assertThat(serverThreads.areAllDone()).isTrue();
    }

    @Test
    void clientWithAnotherCertificateIsRefused() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        String otherFingerprint = DtlsClient.create(FAST, RANDOM).fingerprint();
        link.server.attach(SERVER.accept(otherFingerprint, link.server, link.threads));
        connectClient(link, SERVER, SrtpProfile.values());
        assertThat(DtlsLink.await(link.server.ended)).contains("fingerprint");
        assertThat(link.server.keys).isCompletedExceptionally();
        assertThat(DtlsLink.await(link.client.ended)).contains("bad_certificate");
    }

    @Test
    void serverWithAnotherCertificateIsRefusedByTheClient() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        link.server.attach(SERVER.accept(CLIENT.fingerprint(), link.server, link.threads));
        connectClient(link, DtlsServer.create(FAST, RANDOM), SrtpProfile.values());
        assertThat(DtlsLink.await(link.client.ended)).contains("fingerprint");
        assertThat(DtlsLink.await(link.server.ended)).contains("bad_certificate");
    }

    @Test
    void clientWithoutSrtpIsRefused() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        link.server.attach(SERVER.accept(CLIENT.fingerprint(), link.server, link.threads));
        link.client.attach(
                CLIENT.prepare(SERVER.fingerprint(), List.of(), link.client, link.threads));
        link.client.association().start();
        assertThat(DtlsLink.await(link.client.ended)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-384", "sha-512", "SHA-256"})
    void longerHashesAreUnderstood(String hashFunction) throws Exception {
        DtlsCertificate certificate = DtlsCertificate.create(RANDOM);
        byte[] encoded = certificateOf(certificate);
        String fingerprint = fingerprint(hashFunction, encoded);
        assertThat(DtlsFingerprint.parse(fingerprint).matches(encoded)).isTrue();
        encoded[20] ^= 1;
        assertThat(DtlsFingerprint.parse(fingerprint).matches(encoded)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256 ",
                "sha-256 AA:BB",
                "sha-256 zz",
                "md5 AA:BB",
                "sha-1 AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD"
            })
    void unusableFingerprintIsRefusedWithASentence(String fingerprint) {
        DtlsLink link = DtlsLink.perfect();
        assertThatThrownBy(() -> SERVER.accept(fingerprint, link.server, link.threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The fingerprint");
    }

    @Test
    void serverSaysGoodbye() throws Exception {
        DtlsLink link = connected();
        link.server.association().close();
        assertThat(DtlsLink.await(link.server.ended)).isEmpty();
        assertThat(DtlsLink.await(link.client.ended)).isEmpty();
    }

    @Test
    void clientSaysGoodbye() throws Exception {
        DtlsLink link = connected();
        link.client.association().close();
        assertThat(DtlsLink.await(link.client.ended)).isEmpty();
        assertThat(DtlsLink.await(link.server.ended)).isEmpty();
        assertThat(link.server.association().onDatagram(link.client.sent.get(0).duplicate()))
                .isFalse();
    }

    @Test
    void closingBeforeTheFirstDatagramEndsInAnOrderlyWay() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        DtlsAssociation association =
                SERVER.accept(CLIENT.fingerprint(), link.server, link.threads);
        association.close();
        assertThat(DtlsLink.await(link.server.ended)).isEmpty();
        assertThat(link.server.sent).isEmpty();
    }

    @Test
    void closingDuringTheHandshakeEndsItAtOnce() throws Exception {
        DtlsLink link = new DtlsLink(_ -> Fate.LOSE, _ -> Fate.LOSE);
        link.client.attach(CLIENT.connect(SERVER.fingerprint(), link.client, link.threads));
        link.client.association().close();
        assertThat(DtlsLink.await(link.client.ended)).isEmpty();
        assertThat(link.threads.areAllDone()).isTrue();
    }

    @Test
    void handshakeWithoutAnswerFailsAtItsDeadline() throws Exception {
        DtlsConfig impatient =
                new DtlsConfig(Duration.ofMillis(150), Duration.ofMillis(20), 1200, 32);
        DtlsLink link = new DtlsLink(_ -> Fate.DELIVER, _ -> Fate.LOSE);
        link.server.attach(
                DtlsServer.create(impatient, RANDOM)
                        .accept(CLIENT.fingerprint(), link.server, link.threads));
        connectClient(link, SERVER, SrtpProfile.values());
        assertThat(DtlsLink.await(link.server.ended)).contains("not complete after 150 ms");
        link.client.association().close();
    }

    @Test
    void refusedTaskFailsTheAssociation() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        link.server.attach(
                SERVER.accept(
                        CLIENT.fingerprint(),
                        link.server,
                        _ -> {
                            throw new RejectedExecutionException("full");
                        }));
        connectClient(link, SERVER, SrtpProfile.values());
        assertThat(DtlsLink.await(link.server.ended)).contains("no thread");
        link.client.association().close();
    }

    @Test
    void queueIsBoundedAndOverLongDatagramsAreDropped() {
        DtlsLink link = DtlsLink.perfect();
        // An executor that never runs anything: the queue only fills.
        DtlsAssociation association = SERVER.accept(CLIENT.fingerprint(), link.server, _ -> {});
        ByteBuffer hello = chromiumHello().get(0);
        int taken = 0;
        for (int i = 0; i < 100; i++) {
            taken += association.onDatagram(hello.duplicate()) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(32);
        assertThat(association.onDatagram(ByteBuffer.allocate(2049))).isFalse();
    }

    @Test
    void handshakeThatPromisesMegabytesIsDropped() {
        DtlsLink link = DtlsLink.perfect();
        DtlsAssociation association =
                SERVER.accept(CLIENT.fingerprint(), link.server, link.threads);
        ByteBuffer hello = chromiumHello().get(0);
        hello.put(14, (byte) 0xff); // upper byte of the message's length
        assertThat(association.onDatagram(hello)).isFalse();
        assertThat(link.threads.started()).isEmpty();
    }

    @Test
    void fragmentedPostQuantumHelloIsAnsweredAndItsDuplicateToo() throws Exception {
        DtlsConfig patient =
                new DtlsConfig(Duration.ofSeconds(15), Duration.ofSeconds(30), 1200, 32);
        DtlsLink.Threads threads = new DtlsLink.Threads();
        ByteBufferSink answers = new ByteBufferSink();
        DtlsAssociation server =
                DtlsServer.create(patient, RANDOM).accept(CLIENT.fingerprint(), answers, threads);
        List<ByteBuffer> hello = chromiumHello();
        assertThat(hello).hasSize(2);
        hello.forEach(datagram -> server.onDatagram(datagram.duplicate()));
        ByteBuffer first = answers.take();
        assertThat(first.get(0)).isEqualTo((byte) 22);
        assertThat(first.getShort(1)).isEqualTo((short) 0xfefd); // DTLS 1.2
        assertThat(first.get(13)).isEqualTo((byte) 2); // ServerHello
        int cipherSuite = 13 + 12 + 2 + 32 + 1 + first.get(13 + 12 + 34);
        assertThat(first.getShort(cipherSuite)).isEqualTo((short) 0xc02b);
        // Chromium repeats its ClientHello after 50 ms, with new record numbers.
        for (ByteBuffer datagram : hello) {
            datagram.put(10, (byte) (datagram.get(10) + 2));
            server.onDatagram(datagram);
        }
        ByteBuffer again = answers.take();
        assertThat(again.limit()).isEqualTo(first.limit());
        server.close();
        assertThat(threads.areAllDone()).isTrue();
    }

    @Test
    void garbageDuringTheHandshakeDoesNotDisturbIt() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        link.server.attach(SERVER.accept(CLIENT.fingerprint(), link.server, link.threads));
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            link.server.association().onDatagram(ByteBuffer.wrap(garbage));
        }
        connectClient(link, SERVER, SrtpProfile.values());
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
        for (int i = 0; i < 200; i++) {
            byte[] garbage = new byte[13 + random.nextInt(60)];
            random.nextBytes(garbage);
            garbage[0] = (byte) (20 + random.nextInt(4));
            garbage[1] = (byte) 0xfe;
            garbage[2] = (byte) 0xfd;
            garbage[3] = 0;
            garbage[4] = 1;
            garbage[11] = 0;
            garbage[12] = (byte) (garbage.length - 13);
            link.server.association().onDatagram(ByteBuffer.wrap(garbage));
        }
        assertThat(link.threads.areAllDone()).isTrue();
        assertThat(link.server.ended).isNotDone();
        link.client.association().close();
        assertThat(DtlsLink.await(link.server.ended)).isEmpty();
    }

    @Test
    void warmUpCompletes() throws Exception {
        DtlsLink.Threads threads = new DtlsLink.Threads();
        SERVER.warmUp(threads);
        assertThat(threads.areAllDone()).isTrue();
    }

    private static DtlsLink connected() throws Exception {
        DtlsLink link = DtlsLink.perfect();
        connect(link, SrtpProfile.values());
        assertAgreement(link, SrtpProfile.AEAD_AES_128_GCM);
        return link;
    }

    private static void connect(DtlsLink link, SrtpProfile... offered) {
        connect(link, SERVER, offered);
    }

    private static void connect(DtlsLink link, DtlsServer server, SrtpProfile... offered) {
        link.server.attach(server.accept(CLIENT.fingerprint(), link.server, link.threads));
        connectClient(link, server, offered);
    }

    private static void connectClient(DtlsLink link, DtlsServer server, SrtpProfile... offered) {
        link.client
                .attach(
                        CLIENT.prepare(
                                server.fingerprint(), List.of(offered), link.client, link.threads))
                .start();
    }

    private static void assertAgreement(DtlsLink link, SrtpProfile profile) throws Exception {
        SrtpKeys client = DtlsLink.await(link.client.keys);
        SrtpKeys server = DtlsLink.await(link.server.keys);
        assertThat(server.profile()).isEqualTo(profile);
        assertThat(client.profile()).isEqualTo(profile);
        assertThat(client.localKey()).isEqualTo(server.remoteKey());
        assertThat(client.localSalt()).isEqualTo(server.remoteSalt());
        assertThat(client.remoteKey()).isEqualTo(server.localKey());
        assertThat(client.remoteSalt()).isEqualTo(server.localSalt());
        assertThat(client.localKey()).isNotEqualTo(client.remoteKey());
    }

    /// 25 % lost, 10 % doubled, 15 % late; a direction's first 20 datagrams only, so that no seed
    /// can run into the deadline.
    private static IntFunction<Fate> fates(long seed) {
        Random random = new Random(seed);
        Fate[] fates = new Fate[20];
        for (int i = 0; i < fates.length; i++) {
            int roll = random.nextInt(100);
            fates[i] =
                    roll < 25
                            ? Fate.LOSE
                            : roll < 35 ? Fate.DUPLICATE : roll < 50 ? Fate.DELAY : Fate.DELIVER;
        }
        return n -> n <= fates.length ? fates[n - 1] : Fate.DELIVER;
    }

    private static List<ByteBuffer> chromiumHello() {
        return ClientHellos.postQuantumInTwoFragments(new Random(156));
    }

    private static byte[] certificateOf(DtlsCertificate certificate) {
        return certificate.encoded();
    }

    private static String fingerprint(String hashFunction, byte[] encoded) throws Exception {
        byte[] hash =
                MessageDigest.getInstance(hashFunction.toUpperCase(Locale.ROOT)).digest(encoded);
        return hashFunction + " " + HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }
}

package io.freshet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/// Whatever arrives: no exception, nothing read outside of the datagram, no answer without
/// authentication.
class StunFuzzTest {
    private static final int GUARD = 64;
    private static final InetSocketAddress REMOTE = new InetSocketAddress("192.0.2.1", 1);

    @FuzzTest
    void readerStaysInside(byte[] datagram) {
        StunReader reader = new StunReader();
        byte[] first = new byte[2];
        for (byte guard : new byte[] {0, (byte) 0xff}) {
            ByteBuffer buffer = guarded(datagram, guard);
            boolean readable = reader.tryRead(buffer, GUARD, datagram.length);
            first[guard & 1] = (byte) (readable ? 1 : 0);
            if (readable) {
                assertThat(reader.errorCode()).isBetween(0, 955);
                assertThat(reader.usernameLength()).isLessThanOrEqualTo(508);
                reader.username();
                reader.xorMappedAddress();
                if (reader.hasIntegrity()) {
                    new MessageIntegrity("x").matches(reader);
                }
            }
        }
        assertThat(first[0]).as("depends on bytes outside").isEqualTo(first[1]);
        assertThat(IceLiteAgent.ufragKey(guarded(datagram, (byte) 0), GUARD, datagram.length))
                .isEqualTo(
                        IceLiteAgent.ufragKey(
                                guarded(datagram, (byte) 0xff), GUARD, datagram.length));
    }

    @FuzzTest
    void agentAnswersNobodyItDoesNotKnow(byte[] datagram) {
        IceLiteAgent agent =
                new IceLiteAgent(IceConfig.DEFAULT, new Random(3), new NothingExpected(), 0);
        ByteBuffer buffer = guarded(datagram, (byte) 0);
        agent.onDatagram(buffer, GUARD, datagram.length, REMOTE, 1);
        assertThat(agent.malformedCount() + agent.unauthenticatedCount()).isEqualTo(1);
        assertThat(agent.answeredCount()).isZero();
        assertThat(agent.selectedAddress()).isEmpty();
    }

    private static ByteBuffer guarded(byte[] datagram, byte guard) {
        ByteBuffer buffer = ByteBuffer.allocate(datagram.length + 2 * GUARD);
        Arrays.fill(buffer.array(), guard);
        return buffer.put(GUARD, datagram);
    }

    private static final class NothingExpected implements IceLiteAgent.Output {
        @Override
        public void sendStun(ByteBuffer response, InetSocketAddress remote) {
            throw new AssertionError("answered");
        }

        @Override
        public void onAddressValidated(InetSocketAddress remote) {
            throw new AssertionError("validated");
        }

        @Override
        public void onAddressForgotten(InetSocketAddress remote) {
            throw new AssertionError("forgotten");
        }

        @Override
        public void onAddressSelected(InetSocketAddress remote) {
            throw new AssertionError("selected");
        }

        @Override
        public void onInterrupted() {
            throw new AssertionError("interrupted");
        }

        @Override
        public void onResumed() {
            throw new AssertionError("resumed");
        }

        @Override
        public void onConsentLost() {
            throw new AssertionError("consent lost");
        }

        @Override
        public void onUfragRetired(long ufragKey) {
            throw new AssertionError("retired");
        }
    }
}

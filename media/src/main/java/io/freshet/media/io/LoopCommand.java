package io.freshet.media.io;

import io.freshet.media.dtls.SrtpKeys;
import io.freshet.media.sdp.SessionOffer;
import io.freshet.media.transport.Handshake;
import io.freshet.media.transport.PublicationStatistics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What other threads want a media loop to do.
sealed interface LoopCommand {
    record Publish(long id, SessionOffer offer, CompletableFuture<String> answer)
            implements LoopCommand {}

    record Play(
            long id,
            long publisherId,
            boolean steadyDelay,
            SessionOffer offer,
            CompletableFuture<String> answer)
            implements LoopCommand {}

    record Replace(long former, long successor) implements LoopCommand {}

    record Withhold(long publisherId, boolean audio, boolean video) implements LoopCommand {}

    record Close(long id) implements LoopCommand {}

    record Statistics(CompletableFuture<MediaStatistics> result) implements LoopCommand {}

    record StreamStatistics(CompletableFuture<List<PublicationStatistics>> result)
            implements LoopCommand {}

    record HandshakeDatagram(Handshake.Output to, ByteBuffer datagram) implements LoopCommand {}

    record HandshakeKeys(Handshake.Output to, SrtpKeys keys) implements LoopCommand {}

    record HandshakeFailed(Handshake.Output to, String reason) implements LoopCommand {}

    record HandshakeClosed(Handshake.Output to) implements LoopCommand {}

    record Stop() implements LoopCommand {}
}

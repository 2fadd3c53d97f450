package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/// The offers of one connection that are not answered yet; as many as a client may have under way.
final class Negotiations {
    /// Begins one.
    @FunctionalInterface
    interface Start {
        CompletionStage<String> begin() throws RequestRefusedException;
    }

    private final Connection connection;
    private final int maxPending;
    private final AtomicInteger pending = new AtomicInteger();

    Negotiations(Core core, Connection connection) {
        this.connection = connection;
        this.maxPending = core.config.bounds().maxPendingRequests();
    }

    /// Answers the request with what comes of it.
    void begin(long requestId, Start start) throws RequestRefusedException {
        if (pending.incrementAndGet() > maxPending) {
            pending.decrementAndGet();
            throw new RequestRefusedException(ErrorCode.ROOM_APP_CALL_TOO_FREQUENT);
        }
        CompletionStage<String> negotiated;
        try {
            negotiated = start.begin();
        } catch (RequestRefusedException | RuntimeException e) {
            pending.decrementAndGet();
            throw e;
        }
        var _ =
                negotiated.whenComplete((answer, failure) -> {
                    pending.decrementAndGet();
                    if (failure == null) {
                        connection.answer(Answer.ok(requestId, new Answer.Negotiated(answer)));
                    } else {
                        connection.refuse(requestId, refusal(failure));
                    }
                });
    }

    private static RequestRefusedException refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RequestRefusedException refused
                ? refused
                : new RequestRefusedException(ErrorCode.ROOM_INNER_ERROR);
    }
}

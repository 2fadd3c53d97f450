package io.freshet.sdk.media;

import io.freshet.protocol.ErrorCode;
import java.util.Set;

/// What publishing and playing differ in as far as the life of a stream goes: what codes mean, and
/// the request that stops it.
///
/// @param interrupted tells that media has stopped flowing and is tried again
/// @param gaveUp tells that the retry window is used up
/// @param gaveUpSentence the sentence to it
/// @param notYet refusals after which the server says when it makes sense to ask again
/// @param passing refusals that may pass: asked again after a pause
/// @param forGood ends that the server means for good
/// @param stopOwed ends after which the server would still go on by itself if not told to stop
/// @param stop makes the request that stops a stream
public record Direction(
        ErrorCode interrupted,
        ErrorCode gaveUp,
        String gaveUpSentence,
        Set<ErrorCode> notYet,
        Set<ErrorCode> passing,
        Set<ErrorCode> forGood,
        Set<ErrorCode> stopOwed,
        OwedStops.Request stop) {

    static boolean isIn(Set<ErrorCode> codes, int code) {
        return ErrorCode.of(code).filter(codes::contains).isPresent();
    }
}

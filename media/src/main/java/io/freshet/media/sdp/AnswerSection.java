package io.freshet.media.sdp;

import io.freshet.media.rtp.TrackParameters;
import java.util.List;

/// What is answered to one section of an offer.
sealed interface AnswerSection {
    MediaSection offered();

    /// Port 0: nothing will come of it (RFC 3264 §6).
    record Rejected(MediaSection offered) implements AnswerSection {}

    /// Agreed upon.
    ///
    /// @param direction ours; INACTIVE keeps the section without media
    /// @param track its ssrcs are ours when we send
    /// @param channels of the payload format, written when not 1
    /// @param feedback `rtcp-fb` values that were offered and are understood
    /// @param extensions those of the offer that are used
    record Accepted(
            MediaSection offered,
            Direction direction,
            TrackParameters track,
            int channels,
            List<String> feedback,
            List<OfferedExtension> extensions)
            implements AnswerSection {
        public Accepted {
            feedback = List.copyOf(feedback);
            extensions = List.copyOf(extensions);
        }
    }
}

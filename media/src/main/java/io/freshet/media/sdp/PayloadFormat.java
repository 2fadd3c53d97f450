package io.freshet.media.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One payload type of a section: its `rtpmap`, `fmtp` and `rtcp-fb` lines. RFC 8866 §6.6, §6.15,
/// RFC 4585 §4.2.
///
/// @param payloadType 0 to 127
/// @param encodingName as written; compared without case
/// @param channels 1 when not given
/// @param parameters of the `fmtp` line by lower-case name, in the order written; what has no value
///   maps to an empty text
/// @param formatText the `fmtp` line as written, empty when there is none
/// @param feedback `rtcp-fb` values as written, those for `*` included
record PayloadFormat(
        int payloadType,
        String encodingName,
        int clockRate,
        int channels,
        Map<String, String> parameters,
        String formatText,
        Set<String> feedback) {
    /// The payload type does not say which one it repeats.
    static final int NONE = -1;

    boolean isNamed(String name) {
        return encodingName.equalsIgnoreCase(name);
    }

    String parameter(String name, String missing) {
        return parameters.getOrDefault(name, missing);
    }

    /// Which payload type this one retransmits, [#NONE] when it is no `rtx` (RFC 4588 §8.1).
    int retransmits() {
        return isNamed("rtx") ? SdpText.number(parameter("apt", ""), 0, 127, NONE) : NONE;
    }

    /// Looks for the retransmission format of `payloadType`.
    static int retransmissionOf(int payloadType, List<PayloadFormat> formats) {
        for (PayloadFormat format : formats) {
            if (format.retransmits() == payloadType) {
                return format.payloadType;
            }
        }
        return NONE;
    }

    /// How a developer knows it: `H264 (profile-level-id=42e01f;packetization-mode=1)`.
    String description() {
        return formatText.isEmpty()
                ? encodingName
                : encodingName + " (" + formatText.toLowerCase(Locale.ROOT) + ")";
    }
}

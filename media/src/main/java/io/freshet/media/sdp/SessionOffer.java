package io.freshet.media.sdp;

import java.util.List;
import java.util.Optional;

/// An offer, read and found well-formed. Immutable. What it means for a publisher or a player,
/// [PublishAnswer] and [PlayAnswer] decide.
public final class SessionOffer {
    private final List<MediaSection> sections;
    private final List<List<String>> bundles;
    private final boolean mixedExtensions;

    SessionOffer(List<MediaSection> sections, List<List<String>> bundles, boolean mixedExtensions) {
        this.sections = List.copyOf(sections);
        this.bundles = bundles.stream().map(List::copyOf).toList();
        this.mixedExtensions = mixedExtensions;
    }

    /// Reads an offer. RFC 8866, with what RFC 8829, RFC 9143, RFC 8839, RFC 8122, RFC 5576 and RFC
    /// 8285 add; unknown lines are skipped.
    ///
    /// @throws OfferRefusedException when it is no session description or beyond the bounds of
    ///   [SdpReader]
    public static SessionOffer read(String text) throws OfferRefusedException {
        return new SdpReader(text).read();
    }

    List<MediaSection> sections() {
        return sections;
    }

    /// `extmap-allow-mixed` was said for the whole session (RFC 8285 §6).
    boolean mixedExtensions() {
        return mixedExtensions;
    }

    /// The mids bundled with this one in the offer's order, itself included (RFC 9143 §7.2).
    Optional<List<String>> bundleOf(String mid) {
        return bundles.stream().filter(bundle -> bundle.contains(mid)).findFirst();
    }
}

package io.freshet.media.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads an offer line by line. Strict about what later decisions rest on, tolerant of the rest:
/// lines and attributes that are not known are skipped (RFC 8866 §5), line ends may be CRLF or LF.
final class SdpReader {
    /// Browsers' offers have 3 to 12 KiB.
    static final int MAX_CHARACTERS = 64 * 1024;

    static final int MAX_LINE_CHARACTERS = 4096;
    static final int MAX_SECTIONS = 32;
    private static final int MAX_BUNDLES = 8;
    private static final int MAX_MID_CHARACTERS = 32;

    private final String text;
    private final List<MediaSection> sections = new ArrayList<>();
    private final List<List<String>> bundles = new ArrayList<>();
    private final SectionReader session = new SectionReader();
    private SectionReader current = session;

    SdpReader(String text) {
        this.text = text;
    }

    SessionOffer read() throws OfferRefusedException {
        if (text.isBlank()) {
            throw new OfferRefusedException("The offer is empty; send a session description.");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw new OfferRefusedException(
                    "The offer has more than " + MAX_CHARACTERS + " characters.");
        }
        if (!text.startsWith("v=0\r\n") && !text.startsWith("v=0\n")) {
            throw new OfferRefusedException(
                    "The offer is no session description: it must begin with the line v=0.");
        }
        int number = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            end = end < 0 ? text.length() : end;
            if (end > start && text.charAt(end - 1) == '\r') {
                end--;
            }
            number++;
            onLine(number, start, end);
            start = next;
        }
        finishSection();
        if (sections.isEmpty()) {
            throw new OfferRefusedException("The offer has no media sections (m= lines).");
        }
        return new SessionOffer(sections, bundles, session.mixedExtensions());
    }

    private void onLine(int number, int start, int end) throws OfferRefusedException {
        if (end - start > MAX_LINE_CHARACTERS) {
            throw new OfferRefusedException(
                    "Line " + number + " has more than " + MAX_LINE_CHARACTERS + " characters.");
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == 0 || c == '\r') {
                throw new OfferRefusedException(
                        "Line " + number + " contains a control character.");
            }
        }
        if (start == end) {
            return;
        }
        if (end - start < 2 || text.charAt(start + 1) != '=') {
            throw new OfferRefusedException(
                    "Line " + number + " is not of the form type=value (RFC 8866 §5).");
        }
        String value = text.substring(start + 2, end);
        switch (text.charAt(start)) {
            case 'm' -> onMedia(number, value);
            case 'a' -> onAttribute(number, value);
            default -> {} // times, bandwidths, connection data: ICE and we do without
        }
    }

    private void onMedia(int number, String value) throws OfferRefusedException {
        finishSection();
        if (sections.size() == MAX_SECTIONS) {
            throw new OfferRefusedException(
                    "The offer has more than " + MAX_SECTIONS + " media sections.");
        }
        current = new SectionReader();
        if (!current.onMedia(value)) {
            throw new OfferRefusedException(
                    "Line "
                            + number
                            + " is not of the form m=media port protocol formats (RFC 8866 §5.14).");
        }
    }

    private void onAttribute(int number, String value) throws OfferRefusedException {
        if (current == session && value.startsWith("group:BUNDLE")) {
            onBundle(number, value.substring("group:BUNDLE".length()));
            return;
        }
        String wrong = current.onAttribute(SdpText.before(value, ':'), SdpText.after(value, ':'));
        if (!wrong.isEmpty()) {
            throw new OfferRefusedException("Line " + number + ": " + wrong);
        }
    }

    private void onBundle(int number, String mids) throws OfferRefusedException {
        List<String> bundle =
                Arrays.stream(mids.split(" ", -1)).filter(mid -> !mid.isEmpty()).toList();
        if (bundles.size() == MAX_BUNDLES || bundle.size() > MAX_SECTIONS) {
            throw new OfferRefusedException("Line " + number + ": there are too many bundles.");
        }
        bundles.add(bundle);
    }

    private void finishSection() throws OfferRefusedException {
        if (current == session) {
            return;
        }
        MediaSection section = current.section(session);
        if (!section.mid().isEmpty()) {
            if (!SdpText.isToken(section.mid(), MAX_MID_CHARACTERS)) {
                throw new OfferRefusedException(
                        "A section's mid must be a token of 1 to "
                                + MAX_MID_CHARACTERS
                                + " characters.");
            }
            for (MediaSection other : sections) {
                if (other.mid().equals(section.mid())) {
                    throw new OfferRefusedException(
                            "Two sections have the mid " + section.mid() + ".");
                }
            }
        }
        sections.add(section);
    }
}

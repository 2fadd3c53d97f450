package io.freshet.media.sdp;

/// One `extmap` line. RFC 8285 §5.
record OfferedExtension(int id, Direction direction, boolean hasDirection, String uri) {}

package io.freshet.media.sdp;

/// What an offer says about the way to its sender. RFC 8839 §5.4, RFC 8122 §5, RFC 8842.
///
/// @param iceUfrag 4 to 256 characters
/// @param icePassword 22 to 256 characters
/// @param fingerprint of the certificate, as `sha-256 AB:CD:…`; SHA-256, SHA-384 or SHA-512
public record TransportOffer(String iceUfrag, String icePassword, String fingerprint) {}

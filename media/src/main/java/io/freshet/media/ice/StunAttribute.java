package io.freshet.media.ice;

/// Attribute types, RFC 8489 §18.3 and RFC 8445 §16.1. A type below 0x8000 must be understood (RFC
/// 8489 §14).
final class StunAttribute {
    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int UNKNOWN_ATTRIBUTES = 0x000a;
    static final int MESSAGE_INTEGRITY_SHA256 = 0x001c;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802a;

    private static final int FIRST_OPTIONAL = 0x8000;

    private StunAttribute() {}

    static boolean isRequired(int type) {
        return type < FIRST_OPTIONAL;
    }
}

package io.freshet.server.address;

import java.net.InetAddress;
import java.util.Optional;

/// All addresses whose first bits are those of one (RFC 4632 §3.1, RFC 4291 §2.3).
public record AddressBlock(InetAddress first, int bits) {
    /// Reads `192.0.2.0/24`, or one address alone.
    public static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> first =
                CanonicalAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int most = first.get().getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(new AddressBlock(first.get(), most));
        }
        String bits = text.substring(slash + 1);
        if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
            return Optional.empty();
        }
        return Optional.of(new AddressBlock(first.get(), Integer.parseInt(bits)));
    }

    /// One that is known to be well formed.
    public static AddressBlock of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] prefix = first.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >>> (i % Byte.SIZE);
            if ((bytes[i / Byte.SIZE] & mask) != (prefix[i / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}

package io.freshet.media.rtp;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Which id each header extension has on one transport, both ways. Immutable. Ids are 1 to 255
/// except 15 (RFC 8285 §4.2, §4.3); 0 means absent.
public final class HeaderExtensionMap {
    // Ahead of EMPTY, whose constructor needs it.
    private static final HeaderExtension[] NONE = new HeaderExtension[256];

    public static final HeaderExtensionMap EMPTY = new HeaderExtensionMap(Map.of());

    private final int[] idByExtension = new int[HeaderExtension.values().length];
    private final HeaderExtension[] extensionById = Arrays.copyOf(NONE, NONE.length);
    private final Map<HeaderExtension, Integer> ids;

    public HeaderExtensionMap(Map<HeaderExtension, Integer> ids) {
        this.ids = ids.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(ids));
        this.ids.forEach((extension, id) -> {
            if (id < 1 || id > 255 || id == 15) {
                throw new IllegalArgumentException("header extension id " + id);
            }
            idByExtension[extension.ordinal()] = id;
            extensionById[id] = extension;
        });
    }

    /// The id, 0 when the extension was not negotiated.
    public int id(HeaderExtension extension) {
        return idByExtension[extension.ordinal()];
    }

    public boolean has(HeaderExtension extension) {
        return id(extension) != 0;
    }

    /// The ordinal of the extension with this id, -1 when there is none. Allocates nothing.
    public int ordinal(int id) {
        HeaderExtension extension = id > 0 && id < 256 ? extensionById[id] : null;
        return extension == null ? -1 : extension.ordinal();
    }

    public Map<HeaderExtension, Integer> ids() {
        return ids;
    }
}

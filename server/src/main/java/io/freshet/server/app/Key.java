package io.freshet.server.app;

import java.util.List;
import java.util.Locale;

/// One setting: its place in the YAML file (`http.port`), whether it is one value or a list, its
/// default as text, and how text becomes a value.
///
/// Every setting is text first, so that the file, the environment and the defaults go through the
/// same reader.
record Key<T>(String path, boolean list, List<String> defaults, ValueReader<T> reader) {

    Key {
        defaults = List.copyOf(defaults);
    }

    static <T> Key<T> value(String path, String defaultText, ValueReader.Single<T> reader) {
        return new Key<>(path, false, List.of(defaultText), texts -> reader.read(texts.getFirst()));
    }

    static <T> Key<List<T>> values(
            String path, List<String> defaults, ValueReader.Single<T> reader) {
        return new Key<>(
                path,
                true,
                defaults,
                texts -> {
                    var values = new java.util.ArrayList<T>();
                    for (var text : texts) {
                        values.add(reader.read(text));
                    }
                    return List.copyOf(values);
                });
    }

    /// `http.max-body` is overridden by `FRESHET_HTTP_MAX_BODY`.
    String environmentName() {
        return "FRESHET_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}

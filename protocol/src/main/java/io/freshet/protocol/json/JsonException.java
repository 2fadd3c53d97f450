package io.freshet.protocol.json;

/// The text is not JSON as [JsonReader] accepts it. The message is a sentence and never repeats the
/// text, which may be secret.
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;

    JsonException(String problem, int position) {
        super(problem + " at character " + position + ".");
        this.position = position;
    }

    /// Offset of the offending character in UTF-16 units; the text's length when it ends too early.
    public int position() {
        return position;
    }
}

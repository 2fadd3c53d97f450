package io.freshet.server.app;

import io.freshet.protocol.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whom or what is forbidden or allowed: a user, a room, a user in a room or an address, or else a
/// stream.
final class ForbidTarget {
    @Option(names = "--user", paramLabel = "ID", description = "This user, or only in --room.")
    private @Nullable String user;

    @Option(names = "--room", paramLabel = "ID", description = "Everybody in this room.")
    private @Nullable String room;

    @Option(names = "--address", paramLabel = "IP", description = "Everybody at this address.")
    private @Nullable String address;

    @Option(names = "--stream", paramLabel = "ID", description = "This stream, whoever has it.")
    private @Nullable String stream;

    /// Whether it is a stream.
    boolean isStream() throws CommandFailedException {
        if (stream != null && (user != null || room != null || address != null)) {
            throw new CommandFailedException("--stream goes without --user, --room and --address");
        }
        return stream != null;
    }

    /// Writes what is named into a request.
    JsonWriter write(JsonWriter request) {
        member(request, "userId", user);
        member(request, "roomId", room);
        member(request, "address", address);
        member(request, "streamId", stream);
        return request;
    }

    private static void member(JsonWriter request, String name, @Nullable String value) {
        if (value != null) {
            request.member(name, value);
        }
    }

    /// As it was named.
    @Override
    public String toString() {
        if (stream != null) {
            return "stream " + stream;
        }
        if (address != null) {
            return "address " + address;
        }
        String where = room == null ? "" : "room " + room;
        return user == null ? where : "user " + user + (room == null ? "" : " in " + where);
    }
}

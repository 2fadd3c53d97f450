package io.freshet.server.gateway.api;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.RoomUser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The query of a request to the server API. A list is `Name[]=a&Name[]=b`.
final class ApiParameters {
    private static final int MAX_PARAMETERS = 100;
    private static final int MAX_ROOM_ID_BYTES = 128;
    private static final int MAX_NUMBERS = 10;
    private static final String LIST = "[]";

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /// @param query as it came, still percent-encoded
    ApiParameters(String query) throws ApiException {
        int count = 0;
        for (String pair : query.split("&", MAX_PARAMETERS + 1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MAX_PARAMETERS) {
                throw bad("There are more than " + MAX_PARAMETERS + " parameters.");
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
    }

    /// The first value, empty if there is none.
    String text(String name) {
        List<String> all = values.get(name);
        return all == null ? "" : all.getFirst();
    }

    String text(String name, int maxBytes) throws ApiException {
        String value = text(name);
        if (value.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw tooLong(name, maxBytes);
        }
        return value;
    }

    int number(String name, int fallback, int min, int max) throws ApiException {
        String value = text(name);
        return value.isEmpty() ? fallback : number(name, value, min, max);
    }

    private static int number(String name, String value, int min, int max) throws ApiException {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw bad(name + " must be a number from " + min + " to " + max + ".");
    }

    /// `true` or `false`, also as `1` or `0`; false if it is not given.
    boolean flag(String name) throws ApiException {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "", "false", "0" -> false;
            case "true", "1" -> true;
            default -> throw bad(name + " must be true or false.");
        };
    }

    String roomId() throws ApiException {
        return roomId(text("RoomId"));
    }

    List<String> roomIds(int max) throws ApiException {
        List<String> ids = list("RoomId", max, ApiCode.BAD_PARAMETER);
        for (String id : ids) {
            roomId(id);
        }
        return ids;
    }

    /// `UserId[]`, at least one.
    List<String> userIds(int max) throws ApiException {
        List<String> ids = list("UserId", max, ApiCode.TOO_MANY_USERS);
        for (String id : ids) {
            userId("UserId[]", id);
        }
        return ids;
    }

    /// A list of users that may be missing.
    List<String> anyUserIds(String name, int max) throws ApiException {
        List<String> ids = all(name, max, ApiCode.TOO_MANY_USERS);
        for (String id : ids) {
            userId(name + LIST, id);
        }
        return ids;
    }

    String userId(String name) throws ApiException {
        return userId(name, text(name));
    }

    /// `UserId` and, if it is given, `UserName`.
    RoomUser user() throws ApiException {
        String name = text("UserName");
        ErrorCode checked = Identifiers.checkUserName(name);
        if (checked == ErrorCode.ROOM_USER_NAME_TOO_LONG) {
            throw tooLong("UserName", Limits.USER_NAME_MAX_BYTES);
        } else if (!checked.isSuccess()) {
            throw bad("UserName: " + checked.sentence());
        }
        return new RoomUser(userId("UserId"), name);
    }

    void required(String name) throws ApiException {
        if (text(name).isEmpty()) {
            throw bad(name + " is missing.");
        }
    }

    String streamId() throws ApiException {
        String streamId = text("StreamId");
        ErrorCode checked = Identifiers.checkStreamId(streamId);
        if (checked == ErrorCode.COMMON_STREAM_ID_TOO_LONG) {
            throw tooLong("StreamId", Limits.STREAM_ID_MAX_BYTES);
        } else if (!checked.isSuccess()) {
            throw bad("StreamId: " + checked.sentence());
        }
        return streamId;
    }

    /// `StreamId`, as the actions on media want it.
    ///
    /// @param otherwise the code if it is not one
    String streamId(int otherwise) throws ApiException {
        return streamId("StreamId", text("StreamId"), otherwise);
    }

    /// `StreamId[]`, at least one.
    ///
    /// @param otherwise the code if it is not a list of them
    List<String> streamIds(int max, int otherwise) throws ApiException {
        List<String> ids = all("StreamId", max, otherwise);
        if (ids.isEmpty()) {
            throw new ApiException(otherwise, "StreamId[] is missing.");
        }
        for (String id : ids) {
            streamId("StreamId[]", id, otherwise);
        }
        return ids;
    }

    private static String streamId(String name, String value, int otherwise) throws ApiException {
        ErrorCode checked = Identifiers.checkStreamId(value);
        if (!checked.isSuccess()) {
            throw new ApiException(otherwise, name + ": " + checked.sentence());
        }
        return value;
    }

    /// A list of numbers, at least one.
    List<Integer> numbers(String name, int min, int max) throws ApiException {
        List<Integer> numbers = new ArrayList<>();
        for (String value : list(name, MAX_NUMBERS, ApiCode.BAD_PARAMETER)) {
            numbers.add(number(name + LIST, value, min, max));
        }
        return numbers;
    }

    /// `Sequence`, mostly milliseconds.
    long sequence() throws ApiException {
        String value = text("Sequence");
        if (!value.matches("[0-9]{1,18}")) {
            throw bad("Sequence must be a number of at most 18 digits.");
        }
        return Long.parseLong(value);
    }

    private List<String> list(String name, int max, int tooMany) throws ApiException {
        List<String> all = all(name, max, tooMany);
        if (all.isEmpty()) {
            throw bad(name + "[] is missing.");
        }
        return all;
    }

    private List<String> all(String name, int max, int tooMany) throws ApiException {
        List<String> all = values.getOrDefault(name + LIST, values.getOrDefault(name, List.of()));
        if (all.size() > max) {
            throw new ApiException(tooMany, name + "[] may be given " + max + " times.");
        }
        return all;
    }

    private static String userId(String name, String value) throws ApiException {
        ErrorCode checked = Identifiers.checkUserId(value);
        if (!checked.isSuccess()) {
            throw bad(name + ": " + checked.sentence());
        }
        return value;
    }

    private static String roomId(String value) throws ApiException {
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_ROOM_ID_BYTES) {
            throw tooLong("RoomId", MAX_ROOM_ID_BYTES);
        }
        ErrorCode checked = Identifiers.checkRoomId(value);
        if (!checked.isSuccess()) {
            throw bad("RoomId: " + checked.sentence());
        }
        return value;
    }

    private static String decoded(String text) throws ApiException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad("The query is not percent-encoded properly.");
        }
    }

    private static ApiException bad(String sentence) {
        return new ApiException(ApiCode.BAD_PARAMETER, sentence);
    }

    private static ApiException tooLong(String name, int bytes) {
        return new ApiException(
                ApiCode.TOO_LONG, name + " is longer than " + bytes + " bytes of UTF-8.");
    }
}

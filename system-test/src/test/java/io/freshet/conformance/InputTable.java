package io.freshet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONObject;

/// One file of `conformance/inputs`.
///
/// @param name of the file
/// @param room whether the client is in a room before the call
/// @param arguments of a call that works
/// @param result the callback that has the code
/// @param request what the SDK would send; empty if there is nothing to be sent
/// @param fields of the request, by argument
record InputTable(
        String name,
        boolean room,
        String call,
        JSONObject arguments,
        String result,
        Optional<JSONObject> request,
        JSONObject fields,
        List<Row> rows) {

    InputTable {
        rows = List.copyOf(rows);
    }

    static InputTable read(Path file) throws IOException {
        JSONObject json = new JSONObject(Files.readString(file));
        return new InputTable(
                file.getFileName().toString(),
                json.getBoolean("room"),
                json.getString("call"),
                json.getJSONObject("arguments"),
                json.getString("result"),
                Optional.ofNullable(json.optJSONObject("request")),
                json.optJSONObject("fields", new JSONObject()),
                Scenario.objects(json.getJSONArray("rows")).stream().map(Row::new).toList());
    }

    /// One value of one argument.
    record Row(JSONObject json) {
        String argument() {
            return json.getString("argument");
        }

        int code() {
            return json.getInt("code");
        }

        /// What the server answers where the SDK is not asked.
        int requestCode() {
            return json.optInt("requestCode", code());
        }

        boolean isForSdk() {
            return !json.optBoolean("requestOnly");
        }

        boolean isForServer() {
            return !json.optBoolean("sdkOnly");
        }

        /// The arguments with this row's value in its place.
        JSONObject in(JSONObject arguments) {
            JSONObject changed = new JSONObject(arguments.toString());
            JSONObject holder = changed;
            String[] path = argument().split("\\.", -1);
            for (int i = 0; i < path.length - 1; i++) {
                holder = holder.getJSONObject(path[i]);
            }
            holder.put(path[path.length - 1], json.get("value"));
            return changed;
        }

        /// The request with this row's value in its field; users are named by their userIDs there.
        JSONObject in(JSONObject request, String field, Values values) {
            Object value = values.resolve(json.get("value"));
            if (value instanceof JSONArray items) {
                JSONArray userIds = new JSONArray();
                items.forEach(user -> userIds.put(((JSONObject) user).get("userID")));
                value = userIds;
            }
            return values.resolve(new JSONObject(request.toString())).put(field, value);
        }

        @Override
        public String toString() {
            return argument() + " = " + json.get("value") + " gets " + code();
        }
    }
}

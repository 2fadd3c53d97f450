package io.freshet.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveViewTest {
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(100_000, 6);

    private static LiveView view(String... namesAndItems) {
        Map<String, String> items = new LinkedHashMap<>();
        for (int i = 0; i < namesAndItems.length; i += 2) {
            items.put(namesAndItems[i], namesAndItems[i + 1]);
        }
        return new LiveView(items);
    }

    @Test
    void aSnapshotIsEverything() throws Exception {
        assertThat(view("a", "1", "b\"", "{\"x\":2}").snapshot())
                .isEqualTo("{\"set\":{\"a\":1,\"b\\\"\":{\"x\":2}},\"remove\":[]}");
        assertThat(view().snapshot()).isEqualTo("{\"set\":{},\"remove\":[]}");
    }

    @Test
    void aChangeIsWhatDiffers() {
        LiveView before = view("a", "1", "b", "2", "c", "3");
        assertThat(view("a", "1", "b", "2", "c", "3").changesSince(before)).isEmpty();
        assertThat(view("a", "1", "b", "5", "d", "4").changesSince(before))
                .contains("{\"set\":{\"b\":5,\"d\":4},\"remove\":[\"c\"]}");
        assertThat(view().changesSince(before))
                .contains("{\"set\":{},\"remove\":[\"a\",\"b\",\"c\"]}");
    }

    /// A page that applies every change has what the server has.
    @Test
    void changesAddUp() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            Map<String, String> page = new TreeMap<>();
            LiveView told = view();
            for (int turn = 0; turn < 50; turn++) {
                Map<String, String> items = new TreeMap<>();
                for (int i = 0; i < 8; i++) {
                    if (random.nextBoolean()) {
                        items.put("item" + i, Integer.toString(random.nextInt(3)));
                    }
                }
                LiveView now = new LiveView(items);
                var changes = now.changesSince(told);
                told = now;
                if (changes.isPresent()) {
                    apply(changes.get(), page);
                }
                assertThat(page).as("seed %d, turn %d", seed, turn).isEqualTo(items);
            }
        }
    }

    private static void apply(String changes, Map<String, String> page) throws Exception {
        var json = JsonReader.readObject(changes, LIMITS);
        if (json.at("set") instanceof JsonObject set) {
            set.members().forEach((name, value) -> page.put(name, JsonWriter.write(value)));
        }
        if (json.at("remove") instanceof JsonArray remove) {
            remove.items().forEach(item -> page.remove(((JsonString) item).value()));
        }
    }
}

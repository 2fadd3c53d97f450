package io.freshet.example.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.SwingUtilities;

/// Starts the example. Options fill in the fields; `--start` presses the button as well:
///
///     ./freshet example --server=ws://localhost:8080 --app=1234567890 --token=04AAAA...
///         --user=alice --room=room1 --start
public final class LiveApp {
    private static final List<String> OPTIONS =
            List.of("server", "app", "token", "sign", "user", "room", "stream");

    private LiveApp() {}

    /// Reads the options and opens the window.
    public static void main(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        boolean start = false;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals > 2 ? argument.substring(2, equals) : "";
            if (argument.equals("--start")) {
                start = true;
            } else if (argument.startsWith("--") && OPTIONS.contains(name)) {
                options.put(name, argument.substring(equals + 1));
            } else {
                System.err.println("Options: --start and --NAME=VALUE with " + OPTIONS);
                System.exit(argument.equals("--help") ? 0 : 2);
            }
        }
        boolean startNow = start;
        SwingUtilities.invokeLater(() -> {
            LiveWindow window = new LiveWindow(options);
            window.show();
            if (startNow) {
                window.start();
            }
        });
    }
}

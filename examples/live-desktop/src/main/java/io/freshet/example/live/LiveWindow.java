package io.freshet.example.live;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/// The window: who and where in the fields above, my picture and the other host's picture in the
/// middle, what happens below. Everything about streaming is in [LiveSession].
final class LiveWindow {
    private final JFrame frame = new JFrame("Freshet: live on the desktop");
    private final JTextField server;
    private final JTextField app;
    private final JTextField token;
    private final JTextField sign;
    private final JTextField user;
    private final JTextField room;
    private final JTextField stream;
    private final JButton button = new JButton("Start");
    private final JPanel previewView = view();
    private final JPanel playView = view();
    private final JTextArea log = new JTextArea(8, 80);
    private @Nullable LiveSession session;

    LiveWindow(Map<String, String> options) {
        String guest = "user" + ThreadLocalRandom.current().nextInt(1000, 10_000);
        server = field(options.getOrDefault("server", "ws://localhost:8080"));
        app = field(options.getOrDefault("app", ""));
        token = field(options.getOrDefault("token", ""));
        sign = field(options.getOrDefault("sign", ""));
        user = field(options.getOrDefault("user", guest));
        room = field(options.getOrDefault("room", "demo"));
        stream = field(options.getOrDefault("stream", user.getText() + "-stream"));
        JPanel views = new JPanel(new GridLayout(1, 2, 6, 6));
        views.add(titled("My picture", previewView));
        views.add(titled("The other host", playView));
        log.setEditable(false);
        button.addActionListener(event -> toggle());
        frame.add(fields(), BorderLayout.NORTH);
        frame.add(views, BorderLayout.CENTER);
        frame.add(new JScrollPane(log), BorderLayout.SOUTH);
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        leave();
                    }
                });
        frame.pack();
        frame.setLocationRelativeTo(null);
    }

    void show() {
        frame.setVisible(true);
        say(
                "Copy AppID and token (./freshet token --user "
                        + user.getText()
                        + ") and press Start.");
    }

    private void toggle() {
        if (session == null) {
            start();
        } else {
            stop(() -> {});
        }
    }

    void start() {
        try {
            long appId = Long.parseLong(app.getText().strip());
            LiveSession started = new LiveSession(this::say, previewView, playView);
            session = started;
            button.setText("Stop");
            started.start(
                    server.getText().strip(),
                    appId,
                    sign.getText().strip(),
                    token.getText().strip(),
                    user.getText().strip(),
                    room.getText().strip(),
                    stream.getText().strip());
        } catch (NumberFormatException notANumber) {
            say("The AppID is a number; the server printed it at its first start.");
        }
    }

    private void stop(Runnable afterwards) {
        LiveSession ending = session;
        session = null;
        button.setText("Start");
        if (ending == null) {
            afterwards.run();
        } else {
            ending.stop(() -> SwingUtilities.invokeLater(afterwards));
        }
    }

    /// The process may end only when the engine is gone, so that others see us leave at once.
    @SuppressWarnings("SystemExitOutsideMain")
    private void leave() {
        frame.setVisible(false);
        stop(() -> System.exit(0));
    }

    /// Adds a line to the log. Any thread.
    private void say(String line) {
        SwingUtilities.invokeLater(() -> {
            log.append(line + "\n");
            log.setCaretPosition(log.getDocument().getLength());
        });
    }

    private JPanel fields() {
        JPanel fields = new JPanel(new GridLayout(0, 2, 12, 6));
        fields.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
        add(fields, "Server", server);
        add(fields, "AppID", app);
        add(fields, "Token", token);
        add(fields, "or AppSign", sign);
        add(fields, "User", user);
        add(fields, "Room", room);
        add(fields, "My stream", stream);
        fields.add(button);
        return fields;
    }

    private static void add(JPanel fields, String name, JTextField field) {
        JLabel label = new JLabel(name, JLabel.RIGHT);
        label.setPreferredSize(new Dimension(90, 0));
        JPanel row = new JPanel(new BorderLayout(6, 0));
        row.add(label, BorderLayout.WEST);
        row.add(field);
        fields.add(row);
    }

    /// As wide as the window gives it, however long its text is.
    private static JTextField field(String text) {
        return new JTextField(text, 16);
    }

    private static JPanel view() {
        JPanel view = new JPanel();
        view.setBackground(Color.BLACK);
        view.setPreferredSize(new Dimension(480, 270));
        return view;
    }

    private static JPanel titled(String title, JPanel view) {
        JPanel panel = new JPanel(new BorderLayout());
        panel.setBorder(BorderFactory.createTitledBorder(title));
        panel.add(view);
        return panel;
    }
}

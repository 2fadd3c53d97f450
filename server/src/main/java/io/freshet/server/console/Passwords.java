package io.freshet.server.console;

/// The port to where the console's passwords are kept. Asking takes long on purpose.
public interface Passwords {
    boolean isRight(String user, String password);

    void set(String user, String password);
}

package io.freshet.conformance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.json.JSONObject;

/// A client program: commands go in, answers and callbacks come out, one JSON object a line.
public final class ClientProcess implements AutoCloseable {
    static final int PATIENCE_S = 30;
    private static final int KEPT_LINES = 400;

    private final Process process;
    private final BufferedWriter commands;
    private final Map<Long, CompletableFuture<JSONObject>> unanswered = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<String> output = new ConcurrentLinkedDeque<>();
    private volatile Heard heard = new Heard();
    private long lastId;

    public ClientProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        commands = process.outputWriter();
        Thread.ofVirtual().name("client program").start(this::read);
    }

    private void read() {
        String end = "the client program ended";
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                while (output.size() > KEPT_LINES) {
                    output.poll();
                }
                if (line.startsWith("{")) {
                    take(new JSONObject(line));
                }
            }
        } catch (IOException broken) {
            end += ": " + broken.getMessage();
        }
        heard.onEnd(end);
        unanswered
                .values()
                .forEach(answer -> answer.completeExceptionally(new IOException(ending())));
    }

    private String ending() {
        return "the client program ended:\n" + output();
    }

    private void take(JSONObject line) {
        if (line.has("callback")) {
            heard.onCallback(
                    new Callback(line.getString("callback"), line.getJSONObject("arguments")));
        } else {
            CompletableFuture<JSONObject> answer = unanswered.remove(line.getLong("id"));
            if (answer != null) {
                answer.complete(line);
            }
        }
    }

    /// From now on callbacks go there.
    public void tellTo(Heard listener) {
        heard = listener;
    }

    /// Gives a command and waits until it is done.
    ///
    /// @return what the program answered, or JSON's null
    public Object perform(JSONObject command) {
        long id = ++lastId;
        CompletableFuture<JSONObject> answer = new CompletableFuture<>();
        unanswered.put(id, answer);
        try {
            commands.write(new JSONObject(command.toString()).put("id", id) + "\n");
            commands.flush();
            JSONObject done = answer.get(PATIENCE_S, TimeUnit.SECONDS);
            if (done.has("unknown")) {
                throw new AssertionError("the SDK does not know " + done.getString("unknown"));
            }
            return done.get("returned");
        } catch (IOException e) {
            throw new UncheckedIOException(ending(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(command + " was not answered:\n" + output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String output() {
        return String.join("\n", output);
    }

    /// SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Ends its input, and waits for the process.
    void end() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the client program did not end with its input");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

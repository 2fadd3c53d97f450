package io.freshet.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Collects the text of every setting from a YAML file, the environment and the command line, each
/// over the one before, and keeps for each where it came from. All problems are gathered, so that
/// one start shows all of them.
final class SettingsReader {
    private static final int MAX_FILE_CHARS = 1 << 20;

    /// Where a setting's text came from, as in `freshet.yaml:12` or `environment
    /// FRESHET_HTTP_PORT`.
    private record Given(List<String> texts, String place) {}

    private final Map<String, Key<?>> keys;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    SettingsReader(Collection<Key<?>> keys) {
        this.keys = keys.stream().collect(Collectors.toMap(Key::path, key -> key));
    }

    void readFile(Path file) {
        String name = String.valueOf(file.getFileName());
        String text;
        try {
            text = Files.readString(file);
        } catch (MalformedInputException e) {
            problems.add(name + ": is not UTF-8 text");
            return;
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + e.getClass().getSimpleName());
            return;
        }
        readText(name, text);
    }

    void readText(String name, String text) {
        if (text.length() > MAX_FILE_CHARS) {
            problems.add(name + ": is larger than " + MAX_FILE_CHARS + " characters");
            return;
        }
        try {
            var settings =
                    LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(true).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return;
            }
            if (root.get() instanceof MappingNode mapping) {
                readMapping(name, "", mapping);
            } else if (!isEmptyValue(root.get())) {
                problems.add(place(name, root.get()) + ": expected \"key: value\" lines");
            }
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            problems.add(name + line + ": is not YAML: " + e.getProblem());
        } catch (YamlEngineException | UncheckedIOException e) {
            problems.add(name + ": is not YAML: " + e.getMessage());
        }
    }

    private void readMapping(String name, String prefix, MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
                problems.add(place(name, entry.getKeyNode()) + ": a key must be plain text");
                continue;
            }
            String path = prefix + keyNode.getValue();
            String place = place(name, keyNode);
            Key<?> key = keys.get(path);
            if (key != null) {
                readValue(name, place, key, entry.getValueNode());
            } else if (!sectionNames().contains(path)) {
                problems.add(place + ": unknown key \"" + path + "\"" + suggestion(path));
            } else if (entry.getValueNode() instanceof MappingNode section) {
                readMapping(name, path + ".", section);
            } else if (!isEmptyValue(entry.getValueNode())) {
                problems.add(place + ": \"" + path + "\" is a section and takes no value itself");
            }
        }
    }

    private void readValue(String name, String place, Key<?> key, Node value) {
        if (given.containsKey(key.path())) {
            problems.add(
                    place
                            + ": \""
                            + key.path()
                            + "\" is set twice, first at "
                            + given.get(key.path()).place());
            return;
        }
        if (value instanceof ScalarNode scalar && !key.list()) {
            boolean unset = isEmptyValue(value);
            given.put(key.path(), new Given(List.of(unset ? "" : scalar.getValue()), place));
        } else if (value instanceof SequenceNode sequence && key.list()) {
            readList(name, place, key, sequence);
        } else {
            String form = key.list() ? "a list, as in [a, b]" : "one value";
            problems.add(place + ": \"" + key.path() + "\" takes " + form);
        }
    }

    private void readList(String name, String place, Key<?> key, SequenceNode sequence) {
        var texts = new ArrayList<String>();
        for (Node element : sequence.getValue()) {
            if (element instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problems.add(
                        place(name, element) + ": \"" + key.path() + "\" takes a list of values");
                return;
            }
        }
        given.put(key.path(), new Given(List.copyOf(texts), place));
    }

    /// `FRESHET_` variables override the file; a list is separated by commas. Unknown ones are only
    /// remarked on: other Freshet programs use the same prefix.
    void readEnvironment(Map<String, String> environment) {
        var names = new LinkedHashMap<String, Key<?>>();
        keys.values().forEach(key -> names.put(key.environmentName(), key));
        for (String variable : new TreeSet<>(environment.keySet())) {
            Key<?> key = names.get(variable);
            if (key != null) {
                override(
                        key.path(),
                        environment.getOrDefault(variable, ""),
                        "environment " + variable);
            } else if (variable.startsWith("FRESHET_")) {
                Nearest.to(variable, names.keySet())
                        .ifPresent(nearest ->
                                remarks.add(
                                        "environment "
                                                + variable
                                                + " is no setting; did you mean "
                                                + nearest
                                                + "?"));
            }
        }
    }

    void override(String path, String text, String place) {
        Key<?> key = keys.get(path);
        if (key == null) {
            throw new IllegalArgumentException("no such setting: " + path);
        }
        List<String> texts = List.of(text);
        if (key.list()) {
            texts =
                    java.util.Arrays.stream(text.split(",", -1))
                            .map(String::strip)
                            .filter(element -> !element.isEmpty())
                            .toList();
        }
        given.put(path, new Given(texts, place));
    }

    /// The value of a setting; its default when it is not given or cannot be read (which is
    /// recorded as a problem).
    <T> T value(Key<T> key) {
        Given texts = given.getOrDefault(key.path(), new Given(key.defaults(), "default"));
        try {
            return key.reader().read(texts.texts());
        } catch (ValueReader.BadValueException e) {
            problems.add(
                    texts.place()
                            + ": \""
                            + key.path()
                            + "\" "
                            + e.getMessage()
                            + ", but is \""
                            + String.join(", ", texts.texts())
                            + "\"");
            return defaultOf(key);
        }
    }

    private static <T> T defaultOf(Key<T> key) {
        try {
            return key.reader().read(key.defaults());
        } catch (ValueReader.BadValueException e) {
            throw new IllegalStateException("default of " + key.path() + " " + e.getMessage(), e);
        }
    }

    /// Adds a problem that involves more than one setting.
    void problem(Key<?> key, String sentence) {
        String place = given.getOrDefault(key.path(), new Given(List.of(), "default")).place();
        problems.add(place + ": \"" + key.path() + "\" " + sentence);
    }

    /// The settings that were given somewhere.
    Set<String> givenPaths() {
        return Set.copyOf(given.keySet());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private Set<String> sectionNames() {
        return keys.keySet().stream()
                .filter(path -> path.contains("."))
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    /// A key that exists elsewhere is misplaced; else the nearest spelling.
    private String suggestion(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        Optional<String> misplaced =
                keys.keySet().stream()
                        .filter(known -> known.endsWith("." + last) || known.equals(last))
                        .sorted()
                        .findFirst();
        var known = new TreeSet<>(keys.keySet());
        known.addAll(sectionNames());
        return misplaced
                .or(() -> Nearest.to(path, known))
                .or(() -> nearestEnd(last))
                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                .orElse("; deploy/freshet.yaml lists every key");
    }

    private Optional<String> nearestEnd(String last) {
        var ends =
                keys.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        path -> path.substring(path.lastIndexOf('.') + 1),
                                        path -> path,
                                        (first, second) -> first));
        return Nearest.to(last, ends.keySet()).map(end -> ends.getOrDefault(end, end));
    }

    private static boolean isEmptyValue(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("null")
                        || scalar.getValue().equals("~"));
    }

    private static String place(String name, Node node) {
        return name + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    }
}

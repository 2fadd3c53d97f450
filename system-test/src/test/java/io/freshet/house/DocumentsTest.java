package io.freshet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documents rot in their links first.
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final int FIRST_SCREEN_LINES = 60;

    @Test
    void relativeLinksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                String target = links.group(1).replaceFirst("#.*", "");
                if (target.isEmpty() || target.matches("[a-z]+:.*")) {
                    continue;
                }
                if (!Files.exists(document.resolveSibling(target))) {
                    broken.add(root().relativize(document) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theReadmeStartsWithItsTwoCommandsOnOneScreen() throws IOException {
        for (String readme : new String[] {"README.md", "README.zh-CN.md"}) {
            List<String> lines = Files.readAllLines(root().resolve(readme));
            String firstScreen =
                    String.join("\n", lines.subList(0, Math.min(FIRST_SCREEN_LINES, lines.size())));
            assertThat(firstScreen).as(readme).contains("./freshet up", "./freshet test");
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/.freshet/"))
                    .filter(file -> !file.toString().contains("/node_modules/"))
                    .toList();
        }
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(Objects::nonNull)
                .filter(directory -> Files.exists(directory.resolve("freshet")))
                .findFirst()
                .orElseThrow();
    }
}

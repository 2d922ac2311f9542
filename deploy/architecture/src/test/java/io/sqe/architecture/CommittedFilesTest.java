package io.sqe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the files of the repository may say. */
final class CommittedFilesTest {

    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Set<String> BUILT = Set.of(".git", "target", "node_modules", ".idea");
    private static final long BYTES_MAX = 2 << 20;

    // Each pattern is written so that it does not match itself.
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.>)}*~-])/(?:wor[k]|far[m]|roo[t]|home/(?!vscode)[a-z]|User[s]/[A-Za-z])/?[\\w.]*/");
    private static final Pattern REGISTRY_HOST = Pattern.compile(
            "https?://[\\w.-]*(?:repo1?\\.mave[n]|pyp[i]\\.org|pythonhoste[d]|crate[s]\\.io|npmj[s]|proxy\\.golan[g]|deb\\.debia[n])");
    private static final Pattern SECRET = Pattern.compile(
            "AKI[A][0-9A-Z]{16}|-----BEGI[N] [A-Z ]*PRIVATE KEY|gh[pousr]_[0-9A-Za-z]{36}|eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s\\\\]+)[^)]*\\)");
    private static final Pattern DISABLED = Pattern.compile("@Disable[d](?!.*issue)");

    @Test
    void noFileNamesAPathOfOneMachine() throws IOException {
        assertThat(linesMatching(MACHINE_PATH)).isEmpty();
    }

    @Test
    void noFileNamesARegistry() throws IOException {
        assertThat(linesMatching(REGISTRY_HOST)).isEmpty();
    }

    @Test
    void noFileHoldsASecret() throws IOException {
        assertThat(linesMatching(SECRET)).isEmpty();
    }

    @Test
    void everyDisabledTestNamesItsIssue() throws IOException {
        assertThat(linesMatching(DISABLED)).isEmpty();
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".md")) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                LINK.matcher(text)
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !Files.exists(file.resolveSibling(target)))
                        .forEach(target -> broken.add(REPOSITORY.relativize(file) + " -> " + target));
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void thePatternsSeeWhatTheyLookFor() {
        assertThat("see /" + "home/ada/notes/x").containsPattern(MACHINE_PATH);
        assertThat("https://" + "pypi" + ".org/simple").containsPattern(REGISTRY_HOST);
        assertThat("AKIA" + "ABCDEFGHIJKLMNOP").containsPattern(SECRET);
        assertThat("@" + "Disabled(\"flaky\")").containsPattern(DISABLED);
    }

    private static List<String> linesMatching(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            List<String> lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                if (pattern.matcher(lines.get(line)).find()) {
                    found.add(REPOSITORY.relativize(file) + ":" + (line + 1) + ": "
                            + lines.get(line).strip());
                }
            }
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(REPOSITORY)) {
            return all.filter(CommittedFilesTest::isSource).toList();
        }
    }

    private static boolean isSource(Path file) {
        for (Path part : REPOSITORY.relativize(file)) {
            if (BUILT.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(file) && file.toFile().length() <= BYTES_MAX;
    }
}

package io.sqe.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.distribution.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only made-up JDKs are seen here where the machine's own cannot answer first: version 99 stands for "new enough". */
final class FindJdkTest {

    private static final Path SCRIPT =
            Path.of("..", "find-jdk.sh").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void javaHomeIsTakenWhenItIsNewEnough() throws Exception {
        Path home = jdk("my jdk", "99.0.1");

        Outcome outcome = findJdk().with("JAVA_HOME", home).run();

        assertThat(outcome).isEqualTo(new Outcome(0, home + "\n", ""));
    }

    @Test
    void tooOldJavaHomeGivesWayToTheJavaOnThePath() throws Exception {
        Path newer = jdk("newer", "99");

        Outcome outcome = findJdk()
                .with("JAVA_HOME", jdk("older", "17.0.15"))
                .with("PATH", newer.resolve("bin") + ":/usr/bin:/bin")
                .run();

        assertThat(outcome.output()).isEqualTo(newer.toRealPath() + "\n");
    }

    @Test
    void javaOnThePathIsFollowedThroughItsLinks() throws Exception {
        Path home = jdk("jdk-99", "99.0.1");
        Path bin = Files.createDirectory(folder.resolve("links"));
        Files.createSymbolicLink(bin.resolve("java"), home.resolve("bin/java"));

        Outcome outcome = findJdk().with("PATH", bin + ":/usr/bin:/bin").run();

        assertThat(outcome.output()).isEqualTo(home.toRealPath() + "\n");
    }

    @Test
    void runtimeWithoutCompilerIsPassedOver() throws Exception {
        Path runtime = jdk("runtime", "99");
        Files.delete(runtime.resolve("bin/javac"));
        Path whole = jdk("whole", "98");

        Outcome outcome = findJdk()
                .with("JAVA_HOME", runtime)
                .with("PATH", whole.resolve("bin") + ":/usr/bin:/bin")
                .run();

        assertThat(outcome.output()).isEqualTo(whole.toRealPath() + "\n");
    }

    @Test
    void usualFoldersAreSearchedForTheVersionThatWeBuildWith() throws Exception {
        Path jdks = Files.createDirectories(folder.resolve("home/.jdks"));
        Files.move(jdk("early", "9999"), jdks.resolve("a-newer"));
        Files.move(jdk("wanted", "25.0.3"), jdks.resolve("b-wanted"));
        Path script = withoutSystemFolders();

        Outcome outcome = Command.of(script)
                .with("HOME", folder.resolve("home"))
                .with("PATH", toolsOnly())
                .run();

        assertThat(outcome.output()).isEqualTo(jdks.resolve("b-wanted") + "\n");
    }

    @Test
    void saysWhatToInstallWhenThereIsNone() throws Exception {
        Path old = jdk("older", "17.0.15");

        Outcome outcome = Command.of(withoutSystemFolders())
                .with("JAVA_HOME", old)
                .with("HOME", folder)
                .with("PATH", toolsOnly())
                .run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .contains("SQE needs a JDK 25 or newer, and none was found.")
                .contains("JAVA_HOME: " + old + " is JDK 17")
                .contains("apt-get install");
    }

    @Test
    void saysWhatToInstallWhenMavenIsMissing() throws Exception {
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        Path maven = Files.copy(SCRIPT.resolveSibling("maven.sh"), scripts.resolve("maven.sh"));
        Files.copy(SCRIPT, scripts.resolve("find-jdk.sh"));

        Outcome outcome = Command.of(maven, "verify")
                .with("JAVA_HOME", jdk("jdk", "25"))
                .with("PATH", toolsOnly())
                .run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("there is no `mvn` on the PATH").contains("apt-get install maven");
    }

    private Command findJdk() {
        return Command.of(SCRIPT).with("HOME", folder);
    }

    /** A folder that looks like a JDK. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        script(bin.resolve("java"), "");
        script(bin.resolve("javac"), "");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    /** The script as it would be on a machine with no JDK in any folder of the system. */
    private Path withoutSystemFolders() throws IOException {
        Path copy = Files.copy(SCRIPT, folder.resolve("find-jdk.sh"));
        Files.writeString(
                copy,
                Files.readString(SCRIPT).replaceAll("(?m)^( +)/(usr|opt|Library)/.*\\\\$", "$1/nonexistent \\\\"));
        return copy;
    }

    /** A PATH with the tools that the scripts call, and neither `java` nor `mvn`. */
    private String toolsOnly() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("tools"));
        for (String tool : new String[] {"sed", "head", "dirname", "readlink", "cat"}) {
            script(bin.resolve(tool), "PATH=/usr/bin:/bin exec %s \"$@\"".formatted(tool));
        }
        return bin.toString();
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

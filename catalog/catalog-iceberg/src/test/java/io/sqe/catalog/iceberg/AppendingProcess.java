package io.sqe.catalog.iceberg;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another process that appends copies of one file to the orders, telling of each commit that landed.
 *
 * <p>Started by {@link #start}, its {@link #main} runs in a JVM of its own, which may be killed at any moment.
 */
final class AppendingProcess implements AutoCloseable {
    private static final String COMMITTED = "committed";
    private static final long POLL_MILLIS = 5;

    private final Process process;
    /** What it prints: in a file, because a pipe dies with the process. */
    private final Path output;

    private AppendingProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static AppendingProcess start(Path warehouse, Path file, int appends) throws IOException {
        Path output = Files.createTempFile(file.getParent(), "process", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        warehouse.toString(),
                        file.toString(),
                        Integer.toString(appends))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new AppendingProcess(process, output);
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        try (IcebergCatalog catalog = LocalWarehouse.open(Path.of(arguments[0]), "lake")) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                append(catalog, file);
                System.out.println(COMMITTED);
            }
        }
    }

    /** As a person would: again, if somebody else was first. */
    private static void append(IcebergCatalog catalog, Path file) throws IOException {
        while (true) {
            try (TableWrite write = catalog.openAppend(TestTables.ORDERS)) {
                Path copy = Path.of(write.dataFolder(), "a.parquet");
                Files.copy(file, copy);
                write.commit(List.of(new WrittenFile(copy.toString(), Map.of())));
                return;
            } catch (CatalogException.Conflict e) {
                System.out.println("conflict");
            }
        }
    }

    /** Waits until there are so many commits, or the process has ended; answers how many there are. */
    int awaitCommits(int count) throws IOException, InterruptedException {
        while (commits() < count && !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            // Waiting is all there is to do.
        }
        return commits();
    }

    /** Kills the process where it stands; answers how many commits it told of. */
    int kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        return commits();
    }

    private int commits() throws IOException {
        return (int)
                Files.readAllLines(output).stream().filter(COMMITTED::equals).count();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

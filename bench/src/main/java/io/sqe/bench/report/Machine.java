package io.sqe.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a benchmark ran on, so that its numbers can be judged later.
 *
 * @param processor the processor's model, or its architecture where the system does not tell
 */
public record Machine(String processor, int processors, String system, String java) {

    /** This machine. */
    public static Machine here() {
        return new Machine(
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString());
    }

    private static String processorModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException _) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return "%s, %d processors, %s, Java %s".formatted(processor, processors, system, java);
    }
}

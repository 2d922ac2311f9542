package io.sqe.bench.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What this process uses: processor time of all its threads, and memory at its peak. */
final class ProcessMeter {
    private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Written to {@code clear_refs}, resets the peak: see proc_pid_clear_refs(5). */
    private static final String RESET_PEAK = "5";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    Duration cpu() {
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** Starts a new peak, where the operating system can. */
    void resetPeakMemory() {
        try {
            Files.writeString(CLEAR_REFS, RESET_PEAK);
        } catch (IOException _) {
            // Then the peak is the process's so far, which the report cannot tell from the query's.
        }
    }

    /** The largest resident memory since the last reset; 0 where the operating system does not tell. */
    long peakMemoryBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}

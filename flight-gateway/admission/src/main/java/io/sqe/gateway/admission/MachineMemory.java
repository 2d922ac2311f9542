package io.sqe.gateway.admission;

import io.sqe.gateway.admission.MemoryMeter.Pressure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * The memory that this machine, or this container, still has: what the kernel looks at before it kills a process, whichever of ours
 * that would be. Linux only; elsewhere it is always calm.
 */
public final class MachineMemory {
    /** A guess: what a burst of ten queries takes before the next look. */
    private static final long TIGHT_BYTES = 512L << 20;

    private static final long RED_BYTES = 192L << 20;
    /** Pages of files, which the kernel gives up before it kills anybody. */
    private static final String INACTIVE = "inactive_file ";

    private static final String ACTIVE = "active_file ";
    private final Path proc;
    private final Path cgroup;

    public MachineMemory() {
        this(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
    }

    MachineMemory(Path proc, Path cgroup) {
        this.proc = proc;
        this.cgroup = cgroup;
    }

    /** Of small machines smaller parts. */
    public Pressure pressure() {
        OptionalLong total = smaller(line(proc.resolve("meminfo"), "MemTotal:"), number(cgroup.resolve("memory.max")));
        OptionalLong free = freeBytes();
        if (total.isEmpty() || free.isEmpty()) {
            return Pressure.CALM;
        }
        long tight = Math.min(TIGHT_BYTES, total.getAsLong() / 10);
        long red = Math.min(RED_BYTES, total.getAsLong() / 25);
        if (free.getAsLong() < red) {
            return Pressure.RED;
        }
        return free.getAsLong() < tight ? Pressure.TIGHT : Pressure.CALM;
    }

    /** What can still be had: the machine's, or what is left of the container's limit. */
    OptionalLong freeBytes() {
        OptionalLong max = number(cgroup.resolve("memory.max"));
        OptionalLong used = number(cgroup.resolve("memory.current"));
        OptionalLong left = OptionalLong.empty();
        if (max.isPresent() && used.isPresent()) {
            Path stat = cgroup.resolve("memory.stat");
            long reclaimable =
                    line(stat, INACTIVE).orElse(0) + line(stat, ACTIVE).orElse(0);
            left = OptionalLong.of(max.getAsLong() - used.getAsLong() + reclaimable);
        }
        return smaller(line(proc.resolve("meminfo"), "MemAvailable:"), left);
    }

    private static OptionalLong smaller(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()));
    }

    /** A file that holds a number, and nothing else such as {@code max}. */
    private static OptionalLong number(Path file) {
        return read(file, text -> text.strip().matches("\\d+") ? Long.parseLong(text.strip()) : -1);
    }

    private static OptionalLong line(Path file, String start) {
        return read(
                file,
                text -> text.lines()
                        .filter(line -> line.startsWith(start))
                        .mapToLong(
                                line -> Long.parseLong(line.replaceAll("\\D", "")) * (line.endsWith("kB") ? 1024 : 1))
                        .findFirst()
                        .orElse(-1));
    }

    private static OptionalLong read(Path file, ToLongFunction<String> parse) {
        try {
            long value = Files.isReadable(file) ? parse.applyAsLong(Files.readString(file)) : -1;
            return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
        } catch (IOException notThere) {
            return OptionalLong.empty();
        }
    }
}

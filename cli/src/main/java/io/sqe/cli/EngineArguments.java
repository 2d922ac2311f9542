package io.sqe.cli;

import io.sqe.cli.wiring.EmbeddedOptions;
import io.sqe.cli.wiring.EmbeddedOptions.Resources;
import io.sqe.cli.wiring.EmbeddedOptions.Warehouse;
import io.sqe.executor.cache.DataCacheLimits;
import io.sqe.policy.decision.Principal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments that say what engine is opened, the same for every command that opens one. */
public final class EngineArguments {
    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Directory of the warehouse, made if absent (default: ~/.sqe/warehouse).")
    private @Nullable Path warehouse;

    @Option(names = "--memory", description = "Use a warehouse in memory, gone at the end.")
    private boolean memory;

    @Option(
            names = "--catalog",
            paramLabel = "NAME=DIR",
            description = "Attach another warehouse directory as a catalog. Repeatable.")
    private Map<String, Path> catalogs = new LinkedHashMap<>();

    @Option(
            names = "--memory-limit",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Memory that queries may use, such as 2GB or 512MiB; beyond it they spill.")
    private @Nullable ByteSize memoryLimit;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that queries may use (default: all cores).")
    private @Nullable Integer threads;

    @Option(names = "--spill-dir", paramLabel = "DIR", description = "Where queries spill to.")
    private @Nullable Path spillDirectory;

    @Option(
            names = "--spill-limit",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Disk space that spilling may use.")
    private @Nullable ByteSize spillLimit;

    @Option(
            names = "--data-cache",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Memory for data files that are read often (default: 1GB; 0B for none).")
    private @Nullable ByteSize dataCache;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Row filters, column masks and hidden columns by user and role.")
    private @Nullable Path policy;

    @Option(names = "--user", paramLabel = "NAME", description = "Who asks (default: the operating system's user).")
    private @Nullable String user;

    @Option(names = "--role", paramLabel = "ROLE", description = "A role that is active. Repeatable.")
    private Set<String> roles = new LinkedHashSet<>();

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Time zone of the session, such as Europe/Berlin (default: the system's).")
    private @Nullable ZoneId zone;

    /**
     * What was asked for.
     *
     * @throws IllegalArgumentException if it makes no sense
     */
    public EmbeddedOptions toOptions() {
        if (memory && warehouse != null) {
            throw new IllegalArgumentException("--memory and --warehouse exclude each other");
        }
        if (threads != null && threads < 1) {
            throw new IllegalArgumentException("--threads must be at least 1, not " + threads);
        }
        return new EmbeddedOptions(
                memory ? new Warehouse.Memory() : new Warehouse.Directory(warehouseDirectory()),
                catalogs,
                resources(),
                Optional.ofNullable(policy),
                new Principal(user == null ? System.getProperty("user.name", "unknown") : user, roles),
                zone == null ? ZoneId.systemDefault() : zone);
    }

    private Path warehouseDirectory() {
        Path chosen = warehouse == null ? Path.of(System.getProperty("user.home"), ".sqe", "warehouse") : warehouse;
        return chosen.toAbsolutePath().normalize();
    }

    private Resources resources() {
        return new Resources(
                bytes(memoryLimit),
                threads == null ? OptionalInt.empty() : OptionalInt.of(threads),
                Optional.ofNullable(spillDirectory),
                bytes(spillLimit),
                dataCache());
    }

    private DataCacheLimits dataCache() {
        DataCacheLimits standard = Resources.DATA_CACHE_DEFAULT;
        return dataCache == null ? standard : standard.withBytesMax(dataCache.bytes());
    }

    private static OptionalLong bytes(@Nullable ByteSize size) {
        return size == null ? OptionalLong.empty() : OptionalLong.of(size.bytes());
    }
}

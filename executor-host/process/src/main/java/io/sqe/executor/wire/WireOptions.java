package io.sqe.executor.wire;

import io.sqe.executor.cache.DataCacheLimits;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.fragment.v1.DataCacheStart;
import io.sqe.fragment.v1.EngineStart;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an engine may use, on the wire. */
public final class WireOptions {
    private WireOptions() {}

    public static EngineStart encode(ExecutorOptions options, BearerToken token) {
        Path spill = options.spillFolder();
        var start = EngineStart.newBuilder()
                .setToken(token.text())
                .setThreads(options.threads())
                .setMemoryLimitBytes(options.memoryLimitBytes())
                .setSpillFolder(spill == null ? "" : spill.toString())
                .setSpillBytesMax(options.spillBytesMax())
                .setFragmentsInFlightMax(options.fragmentsInFlightMax())
                .setFragmentWaitMillis(options.fragmentWait().toMillis())
                .setDataCache(encode(options.dataCache()));
        options.folders()
                .forEach(folder -> start.addFolders(folder.toAbsolutePath().toString()));
        return start.build();
    }

    public static ExecutorOptions decode(EngineStart start) {
        return new ExecutorOptions(
                start.getFoldersList().stream().map(Path::of).toList(),
                start.getThreads(),
                start.getMemoryLimitBytes(),
                spillFolder(start),
                start.getSpillBytesMax(),
                start.getFragmentsInFlightMax(),
                Duration.ofMillis(start.getFragmentWaitMillis()),
                decode(start.getDataCache()));
    }

    private static DataCacheStart encode(DataCacheLimits limits) {
        return DataCacheStart.newBuilder()
                .setUsesMin(limits.usesMin())
                .setBytesMax(limits.bytesMax())
                .setIdleMaxMillis(limits.idleMax().toMillis())
                .build();
    }

    private static DataCacheLimits decode(DataCacheStart limits) {
        return new DataCacheLimits(
                limits.getUsesMin(), limits.getBytesMax(), Duration.ofMillis(limits.getIdleMaxMillis()));
    }

    private static @Nullable Path spillFolder(EngineStart start) {
        return start.getSpillFolder().isEmpty() ? null : Path.of(start.getSpillFolder());
    }
}

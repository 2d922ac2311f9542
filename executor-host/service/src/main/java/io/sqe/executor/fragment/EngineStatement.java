package io.sqe.executor.fragment;

import io.sqe.executor.duckdb.ArrowStream;
import io.sqe.executor.lowering.EngineSql;
import io.sqe.executor.writing.ParquetCopy;
import io.sqe.fragment.Fragment.Output;
import io.sqe.fragment.v1.ParquetWrite;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.arrow.memory.BufferAllocator;

/** What the engine runs for a fragment, and how its answer is read. */
sealed interface EngineStatement {

    String sql();

    EngineSql query();

    /** What is run first, on the same connection. */
    default List<String> preparation() {
        return query().preparation();
    }

    /** Local folders that the engine must be able to reach. */
    Set<String> folders();

    EngineRows read(ArrowStream engineRows, BufferAllocator allocator, BooleanSupplier isCancelled);

    static EngineStatement of(EngineSql query, Output output) {
        return switch (output) {
            case Output.Stream() -> new Query(query);
            case Output.Parquet(var write) -> new Copy(query, write);
        };
    }

    /** Its rows are the fragment's. */
    record Query(EngineSql query) implements EngineStatement {
        @Override
        public String sql() {
            return query.sql();
        }

        @Override
        public Set<String> folders() {
            return query.folders();
        }

        @Override
        public EngineRows read(ArrowStream engineRows, BufferAllocator allocator, BooleanSupplier isCancelled) {
            return new FragmentRows(engineRows, query.columns(), allocator, isCancelled);
        }
    }

    /** Its rows are the files that it wrote. */
    record Copy(EngineSql query, ParquetWrite write) implements EngineStatement {
        @Override
        public String sql() {
            return ParquetCopy.of(write, query.sql());
        }

        @Override
        public Set<String> folders() {
            Set<String> folders = new HashSet<>(query.folders());
            // DuckDB opens the folder as well, and a folder counts only as inside the one above it.
            Path folder = Path.of(write.getFolder());
            folders.add(Objects.requireNonNullElse(folder.getParent(), folder).toString());
            return folders;
        }

        @Override
        public EngineRows read(ArrowStream engineRows, BufferAllocator allocator, BooleanSupplier isCancelled) {
            return new WrittenRows(engineRows, write.getPartitionsCount(), allocator, isCancelled);
        }
    }
}

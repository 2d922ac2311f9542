package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.dataset.UnreadableFileException;
import io.sqe.executor.duckdb.BatchSource;
import io.sqe.executor.duckdb.BatchTable;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.lowering.EngineSql.ArrowFile;
import io.sqe.executor.lowering.EngineSql.BatchFile;
import io.sqe.executor.lowering.EngineSql.OrcFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/** The files of one statement that Java reads for the engine, as tables that its SQL can read; closed when the statement ends. */
final class BatchFiles implements AutoCloseable {
    private final List<BatchTable> tables = new ArrayList<>();

    private BatchFiles() {}

    /** @throws ExecutorException.UnreadableFile if one of the files is missing or damaged */
    static BatchFiles provide(Map<Long, BatchFile> files, Database database, BufferAllocator allocator) {
        BatchFiles provided = new BatchFiles();
        try {
            files.forEach((number, file) ->
                    provided.tables.add(database.provide(BatchFile.nameOf(number), source(file, allocator))));
            return provided;
        } catch (UnreadableFileException unreadable) {
            provided.close();
            throw new ExecutorException.UnreadableFile(String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException failure) {
            provided.close();
            throw failure;
        }
    }

    private static BatchSource source(BatchFile file, BufferAllocator allocator) {
        return switch (file) {
            case OrcFile orc -> new OrcBatches(orc, allocator);
            case ArrowFile arrow -> new ArrowBatches(arrow, allocator);
        };
    }

    @Override
    public void close() {
        tables.forEach(BatchTable::close);
    }
}

package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.dataset.UnreadableFileException;
import io.sqe.executor.duckdb.BatchTable;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.lowering.EngineSql.OrcFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/** The ORC files of one statement, as tables that its SQL can read; closed when the statement ends. */
final class OrcTables implements AutoCloseable {
    private final List<BatchTable> tables = new ArrayList<>();

    private OrcTables() {}

    /** @throws ExecutorException.UnreadableFile if one of the files is missing or damaged */
    static OrcTables provide(Map<Long, OrcFile> files, Database database, BufferAllocator allocator) {
        OrcTables provided = new OrcTables();
        try {
            files.forEach((number, file) ->
                    provided.tables.add(database.provide(OrcFile.nameOf(number), new OrcBatches(file, allocator))));
            return provided;
        } catch (UnreadableFileException unreadable) {
            provided.close();
            throw new ExecutorException.UnreadableFile(String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException failure) {
            provided.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        tables.forEach(BatchTable::close);
    }
}

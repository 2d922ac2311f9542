package io.sqe.executor.lowering;

import io.sqe.fragment.v1.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine is asked, and what it must be given to answer.
 *
 * @param preparation statements to run before on the same connection; they define what {@code sql} names and show policies,
 *     so nobody but the engine may see them
 * @param sql one SELECT
 * @param columns what it answers, in order
 * @param folders local folders that it reads files from
 * @param vectors deletion vectors by the number of the set that the SQL calls them by
 * @param batchFiles files that the engine does not read itself, by the number that the SQL calls them by
 * @param quotients functions that the SQL divides decimals by; the engine has none of its own that is exact
 * @param wholeFiles files that the SQL reads as they are, and the table of the engine's own that it reads in their place, if any
 */
public record EngineSql(
        List<String> preparation,
        String sql,
        List<EngineColumn> columns,
        Set<String> folders,
        Map<Long, List<DeletionVector>> vectors,
        Map<Long, BatchFile> batchFiles,
        Set<Quotient> quotients,
        Map<WholeFiles, Optional<String>> wholeFiles) {
    /** The column of {@link #BATCHES} that counts the rows of the file from 0. */
    public static final String ROW_NUMBER = "file_row_number";

    /** A table function that the engine has for batches from outside; it takes {@link BatchFile#nameOf}. */
    static final String BATCHES = "arrow_batches";

    /**
     * A function that whoever runs the SQL gives the engine: {@code (set BIGINT, file BIGINT, row BIGINT) -> BOOLEAN}, whether
     * the set's vector for the file holds the row.
     */
    public static final String IS_DELETED = "sqe_is_deleted";

    /** Stands behind a text that is cast to a whole number and is none; whoever shows an error of the engine takes it out. */
    public static final String NO_NUMBER = "\uE000";

    public EngineSql {
        preparation = List.copyOf(preparation);
        columns = List.copyOf(columns);
        folders = Set.copyOf(folders);
        vectors = Map.copyOf(vectors);
        batchFiles = Map.copyOf(batchFiles);
        quotients = Set.copyOf(quotients);
        wholeFiles = Map.copyOf(wholeFiles);
    }

    /** Whether this is what lowering the plan once more would answer now. */
    public boolean isStillSo(HeldTables held) {
        return wholeFiles.entrySet().stream()
                .allMatch(files -> held.find(files.getKey()).equals(files.getValue()));
    }

    /**
     * A function {@code (DECIMAL(38, dividend), DECIMAL(38, divisor)) -> DECIMAL(38, result)} that whoever runs the SQL gives the
     * engine: the quotient, rounded half up to the scale of the result.
     *
     * @param dividendScale digits of the dividend behind the point
     */
    public record Quotient(int dividendScale, int divisorScale, int resultScale) {
        public String name() {
            return "sqe_divide_%d_%d_%d".formatted(dividendScale, divisorScale, resultScale);
        }
    }

    /**
     * Parquet files that are read together, with their own columns and all their rows.
     *
     * @param paths local, in order
     * @param sql how the engine reads them
     */
    public record WholeFiles(List<String> paths, String sql) {
        public WholeFiles {
            paths = List.copyOf(paths);
        }
    }

    /**
     * A column of the answer.
     *
     * @param name the plan's name; need not be unique
     * @param type the engine's spelling of the plan's type
     */
    public record EngineColumn(String name, String type) {}

    /**
     * A deletion vector of a data file.
     *
     * @param file the data file's number in its scan
     * @param path of the Puffin file that holds the vector
     */
    public record DeletionVector(long file, String path, long offsetBytes, long lengthBytes) {}

    /** A file that is given to the engine as batches. */
    public sealed interface BatchFile {
        String path();

        /** What {@link #BATCHES} is to call the file of that number. */
        static String nameOf(long number) {
            return "file-" + number;
        }
    }

    /** A file in Arrow's stream format as a table: its columns as they are. */
    public record ArrowFile(String path) implements BatchFile {}

    /**
     * An ORC file as a table: its columns, as the file types them, under the names of the fields, and {@link #ROW_NUMBER}.
     *
     * @param columns found in the file by their ids
     */
    public record OrcFile(String path, List<Field> columns) implements BatchFile {
        public OrcFile {
            columns = List.copyOf(columns);
        }
    }
}

package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.BatchFile;
import io.sqe.executor.lowering.EngineSql.DeletionVector;
import io.sqe.executor.lowering.EngineSql.Quotient;
import io.sqe.executor.lowering.EngineSql.WholeFiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Collects what the SQL needs beside itself while it is written. */
final class EngineResources {
    private final LongSupplier numbers;
    private final Map<Long, List<DeletionVector>> vectors = new HashMap<>();
    private final Map<Long, BatchFile> batchFiles = new HashMap<>();
    private final Set<String> folders = new LinkedHashSet<>();
    private final Set<Quotient> quotients = new LinkedHashSet<>();
    private final HeldTables held;
    private final Map<WholeFiles, Optional<String>> wholeFiles = new LinkedHashMap<>();

    /**
     * Collects for one statement.
     *
     * @param numbers numbers that no other statement gets: all of them share the engine
     * @param held asked once for each list of files
     */
    EngineResources(LongSupplier numbers, HeldTables held) {
        this.numbers = numbers;
        this.held = held;
    }

    void reads(String path) {
        folders.add(FilePaths.folderOf(path));
    }

    /** Keeps deletion vectors and numbers their set. */
    long vectors(List<DeletionVector> set) {
        long number = numbers.getAsLong();
        vectors.put(number, List.copyOf(set));
        return number;
    }

    /** Keeps a file that is read as batches and numbers it. */
    long batchFile(BatchFile file) {
        long number = numbers.getAsLong();
        batchFiles.put(number, file);
        return number;
    }

    /** The table that stands for files which are read as they are. */
    Optional<String> tableFor(WholeFiles files) {
        return wholeFiles.computeIfAbsent(files, held::find);
    }

    Map<WholeFiles, Optional<String>> wholeFiles() {
        return wholeFiles;
    }

    void divides(Quotient quotient) {
        quotients.add(quotient);
    }

    Set<Quotient> quotients() {
        return quotients;
    }

    Map<Long, BatchFile> batchFiles() {
        return batchFiles;
    }

    Map<Long, List<DeletionVector>> vectors() {
        return vectors;
    }

    Set<String> folders() {
        return folders;
    }
}

package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.BatchFile;
import io.sqe.executor.lowering.EngineSql.DeletionVector;
import io.sqe.executor.lowering.EngineSql.Quotient;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Collects what the SQL needs beside itself while it is written. */
final class EngineResources {
    private final LongSupplier numbers;
    private final Map<Long, List<DeletionVector>> vectors = new HashMap<>();
    private final Map<Long, BatchFile> batchFiles = new HashMap<>();
    private final Set<String> folders = new LinkedHashSet<>();
    private final Set<Quotient> quotients = new LinkedHashSet<>();

    /**
     * Collects for one statement.
     *
     * @param numbers numbers that no other statement gets: all of them share the engine
     */
    EngineResources(LongSupplier numbers) {
        this.numbers = numbers;
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

package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.DeletionVector;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Collects what the SQL needs beside itself while it is written. */
final class EngineResources {
    private final LongSupplier vectorSetNumbers;
    private final Map<Long, List<DeletionVector>> vectors = new HashMap<>();
    private final Set<String> folders = new LinkedHashSet<>();

    /**
     * Collects for one statement.
     *
     * @param vectorSetNumbers numbers that no other statement gets: all of them share one function
     */
    EngineResources(LongSupplier vectorSetNumbers) {
        this.vectorSetNumbers = vectorSetNumbers;
    }

    void reads(String path) {
        folders.add(FilePaths.folderOf(path));
    }

    /** Keeps deletion vectors and numbers their set. */
    long vectors(List<DeletionVector> set) {
        long number = vectorSetNumbers.getAsLong();
        vectors.put(number, List.copyOf(set));
        return number;
    }

    Map<Long, List<DeletionVector>> vectors() {
        return vectors;
    }

    Set<String> folders() {
        return folders;
    }
}

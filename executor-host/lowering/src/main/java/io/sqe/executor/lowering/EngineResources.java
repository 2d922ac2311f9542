package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.DeletionVector;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Collects what the SQL needs beside itself while it is written. */
final class EngineResources {
    /** Numbers of sets are never used again, so that a function shared by all statements can tell them apart. */
    private static final AtomicLong NEXT_VECTOR_SET = new AtomicLong();

    private final Map<Long, List<DeletionVector>> vectors = new HashMap<>();
    private final Set<String> folders = new LinkedHashSet<>();

    void reads(String path) {
        folders.add(FilePaths.folderOf(path));
    }

    /** Keeps deletion vectors and numbers their set. */
    long vectors(List<DeletionVector> set) {
        long number = NEXT_VECTOR_SET.getAndIncrement();
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

package io.sqe.executor.lowering;

import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what the SQL needs beside itself while it is written. */
final class EngineResources {
    private final Set<String> folders = new LinkedHashSet<>();

    void reads(String path) {
        folders.add(FilePaths.folderOf(path));
    }

    Set<String> folders() {
        return folders;
    }
}

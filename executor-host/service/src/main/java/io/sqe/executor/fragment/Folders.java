package io.sqe.executor.fragment;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Folders of files. */
final class Folders {

    private Folders() {}

    static List<String> of(Collection<String> paths) {
        return paths.stream()
                .map(path -> Objects.requireNonNullElse(Path.of(path).getParent(), Path.of("."))
                        .toString())
                .distinct()
                .toList();
    }
}

package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.scan.ScanTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;

/** All data files of one snapshot. Immutable. */
final class SnapshotFiles {
    static final SnapshotFiles NONE = new SnapshotFiles(List.of(), Map.of());

    private final List<PlannedFile> files;
    private final List<ScanTask> tasks;
    private final long bytes;
    private final Map<Integer, Integer> decimalDigits;

    SnapshotFiles(List<PlannedFile> files, Map<Integer, Integer> decimalDigits) {
        this.decimalDigits = Map.copyOf(decimalDigits);
        this.files = List.copyOf(files);
        this.tasks = this.files.stream().map(PlannedFile::task).toList();
        this.bytes = this.files.stream()
                .map(PlannedFile::file)
                .mapToLong(DataFile::fileSizeInBytes)
                .sum();
    }

    List<ScanTask> all() {
        return tasks;
    }

    List<ScanTask> matching(FileSkipping skipping) {
        List<ScanTask> kept = new ArrayList<>();
        for (PlannedFile file : files) {
            if (skipping.mayMatch(file.file(), file.spec())) {
                kept.add(file.task());
            }
        }
        return kept;
    }

    long count() {
        return files.size();
    }

    long bytes() {
        return bytes;
    }

    /** How many digits the values of a decimal column have at most, by field id, where that is known. */
    Map<Integer, Integer> decimalDigits() {
        return decimalDigits;
    }
}

package io.sqe.bench.suite;

import io.sqe.bench.data.TableLoader;
import io.sqe.bench.data.TableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a dataset once and keeps it. A marker file, written when all tables are loaded, says that it is there; without the
 * marker all tables are loaded anew.
 *
 * @param directory where the markers are: beside the warehouse that the tables are in
 */
public record KeptData(Path directory) {

    /** Told of what is being made. */
    @FunctionalInterface
    public interface Progress {
        void loaded(TableSource table, long rows);
    }

    /** Sees to it that the dataset is loaded. */
    public void ensure(Dataset dataset, TableLoader loader, Progress progress) {
        try {
            if (isMade(dataset)) {
                return;
            }
            Files.createDirectories(directory);
            Files.deleteIfExists(marker(dataset));
            for (TableSource table : dataset.tables()) {
                progress.loaded(table, loader.load(dataset.namespace(), table));
            }
            mark(dataset);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep benchmark data in " + directory, failure);
        }
    }

    /** True if all tables have been loaded, by this version of the generators. */
    public boolean isMade(Dataset dataset) throws IOException {
        Path marker = marker(dataset);
        return Files.exists(marker) && Files.readString(marker).equals(dataset.fingerprint());
    }

    private void mark(Dataset dataset) throws IOException {
        Path draft = Files.createTempFile(directory, dataset.namespace(), ".draft");
        Files.writeString(draft, dataset.fingerprint());
        Files.move(draft, marker(dataset), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path marker(Dataset dataset) {
        return directory.resolve(dataset.namespace() + ".made");
    }
}

package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.iceberg.table.TableState;
import io.sqe.catalog.iceberg.table.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;

/** Finds the manifest that made planning fail, by reading them one by one: Iceberg's own failures often name no file. */
final class DamagedManifest {

    private DamagedManifest() {}

    /** The failure with the file's name in it, or the failure itself if every manifest can be read now. */
    static RuntimeException named(RuntimeException failure, TableState state, Snapshot snapshot) {
        if (failure instanceof CatalogException) {
            return failure;
        }
        List<ManifestFile> manifests;
        try {
            manifests = snapshot.allManifests(state.io());
        } catch (RuntimeException e) {
            return unreadable("manifest list", snapshot.manifestListLocation(), e);
        }
        for (ManifestFile manifest : manifests) {
            try {
                readThrough(manifest, state);
            } catch (RuntimeException e) {
                return unreadable("manifest", manifest.path(), e);
            }
        }
        return failure;
    }

    private static void readThrough(ManifestFile manifest, TableState state) {
        var specs = state.metadata().specsById();
        try (ManifestReader<? extends ContentFile<?>> files = manifest.content() == ManifestContent.DATA
                ? ManifestFiles.read(manifest, state.io(), specs)
                : ManifestFiles.readDeleteManifest(manifest, state.io(), specs)) {
            files.forEach(_ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException unreadable(String what, String location, RuntimeException cause) {
        return new UnreadableFileException("%s %s cannot be read".formatted(what, location), cause);
    }
}

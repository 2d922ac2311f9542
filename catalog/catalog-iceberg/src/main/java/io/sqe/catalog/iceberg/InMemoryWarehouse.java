package io.sqe.catalog.iceberg;

import io.sqe.catalog.CatalogException.Unavailable;
import io.sqe.catalog.iceberg.local.Durability;
import io.sqe.catalog.iceberg.local.LocalFileIO;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * A warehouse that ends with its catalog.
 *
 * <p>Engines read data files by path, so there are files: in a temporary folder, removed on close.
 */
public final class InMemoryWarehouse {

    private InMemoryWarehouse() {}

    /** An empty warehouse. The caller closes the catalog, which removes it. */
    public static IcebergCatalog open(String catalogName) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "sqe-memory-" + UUID.randomUUID());
        return new IcebergCatalog(catalogName, folder, () -> create(folder));
    }

    private static OpenedCatalog create(Path folder) {
        createForOwnerOnly(folder);
        OpenedCatalog opened = LocalWarehouse.open(folder, Durability.PROCESS);
        return opened.closing(() -> {
            opened.resources().run();
            new LocalFileIO(Durability.PROCESS).deletePrefix(folder.toString());
        });
    }

    private static void createForOwnerOnly(Path folder) {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new Unavailable("Cannot make a temporary folder for tables: %s.".formatted(e.getMessage()), e);
        }
    }
}

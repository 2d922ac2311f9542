package io.sqe.catalog.iceberg;

import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.local.LocalFileIO;
import io.sqe.catalog.iceberg.local.LocalPath;
import io.sqe.catalog.iceberg.write.LocalWriteFolder;
import io.sqe.catalog.iceberg.write.WriteFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.util.PropertyUtil;

/**
 * Tables in folders below a warehouse's: {@code schema/table-<32 digits>}.
 *
 * <p>The digits make a folder a table's own for good: a table created again under a name does not meet the files of the one
 * before. What a person may put into a name and a path cannot hold is left out of the folder's name.
 */
final class LocalStorage implements TableStorage {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_]+");
    private static final Pattern OWN_FOLDER = Pattern.compile(".*-[0-9a-f]{32}");
    private static final int NAME_LENGTH_MAX = 60;

    private final Path warehouse;
    private final LocalFileIO io;

    LocalStorage(Path warehouse, LocalFileIO io) {
        this.warehouse = warehouse;
        this.io = io;
    }

    @Override
    public Optional<String> newLocation(TableName name) {
        String folder =
                name.namespace().levels().stream().map(LocalStorage::safe).collect(Collectors.joining("/"));
        String table = safe(name.table()) + "-" + UUID.randomUUID().toString().replace("-", "");
        return Optional.of(warehouse.resolve(folder).resolve(table).toString());
    }

    @Override
    public WriteFolder newWriteFolder(FileIO ofTable, String tableLocation) {
        return LocalWriteFolder.below(io, tableLocation);
    }

    @Override
    public void removeUncreated(String location) {
        if (isOwn(location)) {
            io.deletePrefix(location);
        }
    }

    /** Folders that another program laid out may hold other tables: there only what the metadata names is removed. */
    @Override
    public void removeDropped(TableMetadata metadata, FileIO ofTable) {
        boolean kept = !PropertyUtil.propertyAsBoolean(
                metadata.properties(), TableProperties.GC_ENABLED, TableProperties.GC_ENABLED_DEFAULT);
        if (isOwn(metadata.location()) && !kept) {
            io.deletePrefix(metadata.location());
        } else {
            CatalogUtil.dropTableData(ofTable, metadata);
        }
    }

    private boolean isOwn(String location) {
        Path path = Path.of(LocalPath.plain(location));
        return path.startsWith(warehouse)
                && Stream.of(path.getFileName())
                        .allMatch(name -> OWN_FOLDER.matcher(name.toString()).matches());
    }

    private static String safe(String name) {
        String plain = UNSAFE.matcher(name).replaceAll("_");
        return plain.length() <= NAME_LENGTH_MAX ? plain : plain.substring(0, NAME_LENGTH_MAX);
    }
}

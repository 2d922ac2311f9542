package io.sqe.catalog.iceberg;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.CatalogException.Unavailable;
import io.sqe.catalog.iceberg.local.Durability;
import io.sqe.catalog.iceberg.local.LocalFileIO;
import io.sqe.catalog.iceberg.table.CatalogFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/**
 * An embedded catalog: tables in folders below one folder of the local disk, their names in a SQLite database there.
 *
 * <p>Many processes may use one warehouse at the same time, and any of them may die at any moment: what a table is changes only
 * by one statement of the database, from one metadata file to the next.
 */
public final class LocalWarehouse {
    /** The database's file in the warehouse's folder. */
    public static final String DATABASE_FILE = "sqe.db";

    private LocalWarehouse() {}

    /**
     * Opens the warehouse in a folder, making both if they do not exist. The caller closes the catalog.
     *
     * <p>The database is opened by the first question to the catalog, not here.
     *
     * @throws CatalogException.Unavailable if there is no such folder and none can be made
     */
    public static IcebergCatalog open(Path folder, String catalogName) {
        Path warehouse = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(warehouse);
        } catch (IOException e) {
            throw unavailable(warehouse, new RuntimeIOException(e, "Cannot create %s", warehouse));
        }
        return new IcebergCatalog(catalogName, warehouse, () -> open(warehouse, Durability.POWER_CUT));
    }

    /**
     * As {@link #open(Path, String)}, but of a folder that must exist.
     *
     * @throws CatalogException.Unavailable if there is no such folder
     */
    public static IcebergCatalog openExisting(Path folder, String catalogName) {
        if (!Files.isDirectory(folder)) {
            var missing = new java.nio.file.NoSuchFileException(folder.toString());
            throw unavailable(folder, new RuntimeIOException(missing, "No warehouse in %s", folder));
        }
        return open(folder, catalogName);
    }

    static OpenedCatalog open(Path warehouse, Durability durability) {
        try {
            var database = SqliteDatabase.open(warehouse.resolve(DATABASE_FILE), durability);
            var io = new LocalFileIO(durability);
            var catalog = new JdbcCatalog(_ -> io, null, false);
            var pointers = new SqlitePointers(database.catalogName(), database.connect());
            catalog.initialize(database.catalogName(), properties(warehouse, database));
            var answers = new AnswersUntilCommit(pointers);
            var states = new PointedStates(pointers, answers, catalog, io);
            return new OpenedCatalog(
                    catalog, catalog, catalog, states, answers, new LocalStorage(warehouse, io), () -> {
                        pointers.close();
                        catalog.close();
                    });
        } catch (SQLException e) {
            throw unavailable(warehouse, new UncheckedSQLException(e, "Cannot open %s", warehouse));
        } catch (UncheckedSQLException e) {
            throw unavailable(warehouse, e);
        }
    }

    private static Map<String, String> properties(Path warehouse, SqliteDatabase database) {
        var properties = new java.util.HashMap<>(database.connectionProperties());
        properties.put(CatalogProperties.URI, database.url());
        properties.put(CatalogProperties.WAREHOUSE_LOCATION, warehouse.toString());
        properties.put("jdbc.schema-version", "V1");
        properties.put("jdbc.strict-mode", "true");
        properties.put(CatalogProperties.METRICS_REPORTER_IMPL, SilentReporter.class.getName());
        return properties;
    }

    private static RuntimeException unavailable(Path warehouse, RuntimeException failure) {
        RuntimeException known = CatalogFailures.asking("open the warehouse in " + warehouse, failure);
        return known instanceof CatalogException
                ? known
                : new Unavailable(
                        "Cannot open the warehouse in %s: %s.".formatted(warehouse, failure.getMessage()), failure);
    }
}

package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.iceberg.local.Durability;
import io.sqe.catalog.iceberg.local.LocalFileIO;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables with data files that another engine wrote. {@code old.orc} has three rows of label VARCHAR, of id 2, and number INTEGER,
 * of id 1.
 */
class OrcTablesIT {
    @TempDir
    Path folder;

    @Test
    void tableOfBothFormatsIsQueriedLikeAnyOther() throws IOException {
        try (EngineFixture engine = EngineFixture.open(folder)) {
            engine.run(
                    "CREATE TABLE orders (id BIGINT, name VARCHAR)", "INSERT INTO orders VALUES (1, 'p'), (2, NULL)");
            append("orders", orc(), FileFormat.ORC);

            assertThat(engine.rows("SELECT id, name FROM orders ORDER BY id"))
                    .containsExactly("1|p", "2|null", "5000|old0", "5001|null", "5002|old2");
            assertThat(engine.rows("SELECT count(*), sum(id), count(name) FROM orders WHERE id > 1"))
                    .containsExactly("4|15005|2");
            assertThat(engine.rows("SELECT a.id FROM orders a JOIN orders b ON a.name = b.name WHERE b.id >= 5000"
                            + " ORDER BY 1"))
                    .containsExactly("5000", "5002");
            engine.run("CREATE TABLE copy AS SELECT * FROM orders");
            assertThat(engine.rows("SELECT count(*) FROM copy")).containsExactly("5");
        }
    }

    @Test
    void tableOfAvroFilesIsRefused() throws IOException {
        try (EngineFixture engine = EngineFixture.open(folder)) {
            engine.run("CREATE TABLE orders (id BIGINT, name VARCHAR)");
            append("orders", Files.writeString(folder.resolve("a.avro"), "Obj"), FileFormat.AVRO);

            QueryException failure = engine.failure("SELECT * FROM orders");

            assertThat(failure.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
            assertThat(failure.getMessage()).contains("AVRO").contains("Parquet or ORC");
        }
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        try (EngineFixture engine = EngineFixture.open(folder)) {
            engine.run("CREATE TABLE orders (id BIGINT, name VARCHAR)");
            append("orders", Files.writeString(folder.resolve("damaged.orc"), "not ORC"), FileFormat.ORC);

            QueryException failure = engine.failure("SELECT * FROM orders");

            assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_ERROR);
            assertThat(failure.getMessage()).contains("damaged.orc");
        }
    }

    private Path orc() throws IOException {
        Path file = folder.resolve("old.orc");
        Files.copy(OrcTablesIT.class.getResourceAsStream("old.orc"), file);
        return file;
    }

    private void append(String table, Path file, FileFormat format) throws IOException {
        var io = new LocalFileIO(Durability.POWER_CUT);
        try (var catalog = new JdbcCatalog(_ -> io, null, false)) {
            catalog.initialize(
                    "sqe",
                    Map.of(
                            CatalogProperties.URI,
                            "jdbc:sqlite:" + folder.resolve("sqe.db"),
                            CatalogProperties.WAREHOUSE_LOCATION,
                            folder.toString(),
                            "jdbc.schema-version",
                            "V1"));
            Table orders = catalog.loadTable(TableIdentifier.of("main", table));
            DataFile added = DataFiles.builder(PartitionSpec.unpartitioned())
                    .withPath(file.toString())
                    .withFormat(format)
                    .withFileSizeInBytes(Files.size(file))
                    .withRecordCount(3)
                    .build();
            orders.newAppend().appendFile(added).commit();
        }
    }
}

package io.sqe.catalog.iceberg;

import static io.sqe.catalog.iceberg.TestTables.ORDERS;
import static io.sqe.catalog.iceberg.TestTables.SALES;
import static io.sqe.catalog.iceberg.TestTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.CatalogException.DamagedTable;
import io.sqe.catalog.CatalogException.InvalidDefinition;
import io.sqe.catalog.CatalogException.Unavailable;
import io.sqe.catalog.CatalogException.UnknownNamespace;
import io.sqe.catalog.CatalogException.UnknownTable;
import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.PartitionTransform;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.scan.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when files are missing or damaged, and when a warehouse cannot be opened. */
class DamageTest {
    @TempDir
    Path folder;

    private Path warehouse;

    @BeforeEach
    void create() {
        warehouse = folder.resolve("warehouse");
        try (IcebergCatalog catalog = TestTables.openWithOrders(warehouse, 2)) {
            ParquetWriter.append(catalog, ORDERS, rows(1, 10));
        }
    }

    @Test
    void aDamagedMetadataFileIsNamedAtOnce() throws IOException {
        Path file = newest(".metadata.json");
        Files.writeString(file, "{ \"format-version\" : 2, ");

        assertDamaged("metadata file " + file + " cannot be read");
    }

    @Test
    void aMissingMetadataFileIsNamed() throws IOException {
        Path file = newest(".metadata.json");
        Files.delete(file);

        assertDamaged("metadata file " + file + " does not exist");
    }

    @Test
    void aMissingManifestListIsNamed() throws IOException {
        Path file = newest("snap-", ".avro");
        Files.delete(file);

        assertDamaged("manifest list " + file + " cannot be read");
    }

    @Test
    void aManifestCutShortIsNamed() throws IOException {
        Path file = newest("-m0.avro");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertDamaged("manifest " + file + " cannot be read");
    }

    @Test
    void aDamagedTableCanBeDropped() throws IOException {
        Files.writeString(newest(".metadata.json"), "{");

        try (IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            catalog.dropTable(ORDERS, IfMissing.FAIL);
            assertThat(catalog.listTables(SALES)).isEmpty();
        }
    }

    @Test
    void aDamagedDatabaseIsSaidToBe() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("sqe.db"), "no database, though long enough to look like one".repeat(100));

        try (IcebergCatalog catalog = LocalWarehouse.open(other, "lake")) {
            assertThatThrownBy(catalog::listNamespaces)
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("Cannot open the warehouse in %s: the catalog's database is damaged.".formatted(other)
                            + " Restore it from a backup.");
        }
    }

    @Test
    void aWarehouseThatMustExistDoesOrIsRefused() {
        assertThatThrownBy(() -> LocalWarehouse.openExisting(folder.resolve("typo"), "lake"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Cannot open the warehouse in %1$s: %1$s does not exist. Was it moved or deleted?"
                        .formatted(folder.resolve("typo")));
    }

    @Test
    void aWarehouseInTheWayOfAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> LocalWarehouse.open(file.resolve("warehouse"), "lake"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Cannot open the warehouse in " + file);
    }

    @Test
    void aWarehouseThatGoesAwayIsMissed() throws IOException {
        try (IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            Path data = Path.of(catalog.planScan(ScanRequest.of(ORDERS)).table().location());
            Files.move(data, data.resolveSibling("elsewhere"));

            assertThatThrownBy(() -> catalog.openAppend(ORDERS)).isInstanceOf(DamagedTable.class);
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        try (IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            TableName missing = SALES.table("Übersicht");
            assertThatThrownBy(() -> catalog.planScan(ScanRequest.of(missing)))
                    .isInstanceOf(UnknownTable.class)
                    .hasMessage("Table lake.sales.\"Übersicht\" does not exist. SHOW TABLES lists what there is.");
            assertThatThrownBy(() -> catalog.openAppend(missing)).isInstanceOf(UnknownTable.class);
            assertThatThrownBy(() -> catalog.dropTable(missing, IfMissing.FAIL)).isInstanceOf(UnknownTable.class);
            catalog.dropTable(missing, IfMissing.IGNORE);
            assertThatThrownBy(() -> catalog.createTable(
                            definition(
                                    NamespaceName.of("lake", "none").table("t"),
                                    "v",
                                    new PartitionTransform.Identity(),
                                    2),
                            IfExists.FAIL))
                    .isInstanceOf(UnknownNamespace.class)
                    .hasMessage("Schema lake.none does not exist. SHOW SCHEMAS lists what there is.");
        }
    }

    @Test
    void definitionsThatTheFormatDoesNotAllowAreRefused() {
        try (IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            TableName name = SALES.table("t");
            assertThatThrownBy(() -> catalog.createTable(
                            definition(name, "x", new PartitionTransform.Identity(), 2), IfExists.FAIL))
                    .isInstanceOf(InvalidDefinition.class)
                    .hasMessageStartingWith("Cannot partition by column x: Cannot find source column: x");
            assertThatThrownBy(() ->
                            catalog.createTable(definition(name, "v", new PartitionTransform.Hour(), 2), IfExists.FAIL))
                    .isInstanceOf(InvalidDefinition.class);
            assertThatThrownBy(() -> catalog.createTable(
                            definition(name, "v", new PartitionTransform.Identity(), 9), IfExists.FAIL))
                    .isInstanceOf(InvalidDefinition.class)
                    .hasMessage("Cannot create table lake.sales.t with format version 9. There are versions 1 to 3.");
            assertThatThrownBy(() -> catalog.createNamespace(NamespaceName.of("lake", "a.b"), Map.of(), IfExists.FAIL))
                    .isInstanceOf(InvalidDefinition.class)
                    .hasMessage(
                            "Schema name lake.\"a.b\" has a dot or a zero character inside. Choose a name without.");
            assertThat(catalog.listTables(SALES)).containsExactly(ORDERS);
        }
    }

    @Test
    void noNameLeadsOutOfTheWarehouse() throws IOException {
        try (IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            TableName name = SALES.table("../../../escaped 'x' \"y\"\n😀");
            catalog.createTable(definition(name, "v", new PartitionTransform.Identity(), 2), IfExists.FAIL);

            String location = catalog.findTable(name, new TableVersion.Current())
                    .orElseThrow()
                    .location();
            assertThat(Path.of(location).normalize()).startsWith(warehouse.resolve("sales"));
            assertThat(location).matches("[A-Za-z0-9_/.-]+");
            assertThat(catalog.listTables(SALES)).contains(name);
        }
    }

    private void assertDamaged(String what) {
        try (IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            assertThatThrownBy(() -> catalog.planScan(ScanRequest.of(ORDERS)))
                    .isInstanceOf(DamagedTable.class)
                    .hasMessage("Table lake.sales.orders is damaged: %s.".formatted(what)
                            + " Restore the file, or read an older version of the table.");
        }
    }

    private static TableDefinition definition(
            TableName name, String partitionedBy, PartitionTransform transform, int formatVersion) {
        return new TableDefinition(
                name,
                List.of(Column.optional(0, "v", new ColumnType.StringType())),
                List.of(new PartitionField(0, partitionedBy, "", transform)),
                Map.of(),
                formatVersion);
    }

    private Path newest(String suffix) throws IOException {
        return newest("", suffix);
    }

    /** The metadata file written last of those with such a name. */
    private Path newest(String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(warehouse)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(suffix))
                    .max((left, right) -> left.getFileName().compareTo(right.getFileName()))
                    .orElseThrow();
        }
    }
}

package io.sqe.executor.fragment;

import static io.sqe.executor.fragment.TestPlans.I32;
import static io.sqe.executor.fragment.TestPlans.I64;
import static io.sqe.executor.fragment.TestPlans.STRING;
import static io.sqe.executor.fragment.TestPlans.fragment;
import static io.sqe.executor.fragment.TestPlans.readOf;
import static io.sqe.executor.fragment.TestPlans.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.ExecutorException;
import io.sqe.fragment.v1.Constant;
import io.sqe.fragment.v1.DataFile;
import io.sqe.fragment.v1.DeleteFile;
import io.sqe.fragment.v1.Field;
import io.sqe.fragment.v1.IcebergRead;
import io.substrait.proto.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads {@code new.orc}: 2,000 rows in two stripes, their columns numbered from 1: id BIGINT, name VARCHAR, total DECIMAL(10, 2),
 * day DATE, at TIMESTAMP, seen TIMESTAMP WITH TIME ZONE, code UUID, place of x BIGINT and y VARCHAR. And {@code old.orc}: three
 * rows of label VARCHAR with id 2 and number INTEGER with id 1.
 */
class OrcReadTest {
    private static final Field ID = field(1, "id", "long");
    private static final Field NAME = field(2, "name", "string");

    @TempDir
    Path warehouse;

    private TestEngine engine;

    @BeforeEach
    void open() {
        engine = TestEngine.over(warehouse);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void columnsHaveTheTablesTypes() {
        Type decimal = Type.newBuilder()
                .setDecimal(Type.Decimal.newBuilder().setPrecision(10).setScale(2))
                .build();
        Type date = Type.newBuilder().setDate(Type.Date.getDefaultInstance()).build();
        Type timestamp = Type.newBuilder()
                .setPrecisionTimestamp(Type.PrecisionTimestamp.newBuilder().setPrecision(6))
                .build();
        Type withZone = Type.newBuilder()
                .setPrecisionTimestampTz(Type.PrecisionTimestampTZ.newBuilder().setPrecision(6))
                .build();
        Type uuid = Type.newBuilder().setUuid(Type.UUID.getDefaultInstance()).build();
        var read = read(
                field(3, "total", "decimal(10, 2)"),
                field(4, "day", "date"),
                field(5, "at", "timestamp"),
                field(6, "seen", "timestamptz"),
                field(7, "code", "uuid"));

        List<String> rows = rows(read.addFiles(orc("new")), decimal, date, timestamp, withZone, uuid);

        assertThat(rows).hasSize(2_000);
        assertThat(rows.get(1_999))
                .isEqualTo("19.99|20469|2026-01-01T00:33:19|1767227599000000|00000000-0000-0000-0000-0000000007cf");
    }

    @Test
    void fieldsOfAStructAreFoundByTheirIds() {
        Field place = field(8, "place", "struct").toBuilder()
                .addChildren(field(10, "street", "string"))
                .addChildren(field(9, "x", "long"))
                .build();
        List<String> names = List.of("place", "street", "x");
        var read = read(place).addFiles(orc("new")).build();

        assertThat(engine.rows(fragment(readOf(read, names, List.of(struct(STRING, I64))), names)))
                .hasSize(2_000)
                .startsWith("{\"street\":\"y0\",\"x\":0}");
    }

    @Test
    void renamedWidenedAndAddedColumnsAreFoundByTheirIds() {
        Field added = field(11, "added", "int").toBuilder()
                .setInitialDefault(Constant.newBuilder().setInteger(7))
                .build();
        Field absent = field(12, "absent", "string");

        assertThat(rows(read(NAME, ID, added, absent).addFiles(orc("old")), STRING, I64, I32, STRING))
                .containsExactly("old0|5000|7|null", "null|5001|7|null", "old2|5002|7|null");
    }

    @Test
    void filesOfBothFormatsMakeOneTable() {
        Path parquet =
                engine.write(warehouse.resolve("a.parquet"), "SELECT 1::BIGINT AS id, 'p' AS name", "{id: 1, name: 2}");
        var read = read(ID, NAME)
                .addFiles(DataFile.newBuilder().setLocation(parquet.toString()).setFormat(DataFile.Format.PARQUET))
                .addFiles(orc("old"));

        assertThat(rows(read, I64, STRING)).containsExactlyInAnyOrder("1|p", "5000|old0", "5001|null", "5002|old2");
    }

    @Test
    void deletesOfBothKindsApply() {
        DataFile.Builder older = orc("old");
        DataFile.Builder newer = orc("new");
        Path positions = engine.write(
                warehouse.resolve("p.parquet"),
                "SELECT '" + newer.getLocation() + "' AS file_path, range + 1 AS pos FROM range(1998)",
                "{file_path: 2147483546, pos: 2147483545}");
        Path names = engine.write(warehouse.resolve("e.parquet"), "SELECT 'old2' AS name", "{name: 2}");
        var read = read(ID).addDeleteColumns(NAME)
                .addFiles(older.addDeletes(1))
                .addFiles(newer.addDeletes(0))
                .addDeletes(DeleteFile.newBuilder()
                        .setLocation(positions.toString())
                        .setPositions(DeleteFile.Positions.getDefaultInstance()))
                .addDeletes(DeleteFile.newBuilder()
                        .setLocation(names.toString())
                        .setEquality(DeleteFile.Equality.newBuilder().addFieldIds(2)));

        assertThat(rows(read, I64)).containsExactlyInAnyOrder("0", "1999", "5000", "5001");
    }

    @Test
    void aPartitionsValueStandsInForAColumnThatTheFileLacks() {
        Field region = field(20, "region", "string");
        var read = read(ID, region)
                .addFiles(orc("old")
                        .putConstants(20, Constant.newBuilder().setText("eu").build()));

        assertThat(rows(read, I64, STRING)).containsExactly("5000|eu", "5001|eu", "5002|eu");
    }

    @Test
    void rowsAreCountedWithoutAnyColumn() {
        var read = read().addFiles(orc("new")).addFiles(orc("old"));

        assertThat(engine.rows(fragment(
                        TestPlans.project(readOf(read.build(), List.of(), List.of()), 0, TestPlans.literal(1)),
                        List.of("one"))))
                .hasSize(2_003);
    }

    @Test
    void missingAndDamagedFilesAreNamed() throws IOException {
        Path gone = warehouse.resolve("gone.orc");
        Path damaged = Files.writeString(warehouse.resolve("damaged.orc"), "not ORC");

        for (Path file : List.of(gone, damaged)) {
            assertThatThrownBy(() -> rows(read(ID).addFiles(data(file, DataFile.Format.ORC)), I64))
                    .isInstanceOf(ExecutorException.UnreadableFile.class)
                    .hasMessageContaining(file.getFileName().toString());
        }
    }

    @Test
    void avroIsRefused() {
        var read = read(ID).addFiles(data(warehouse.resolve("a.avro"), DataFile.Format.AVRO));

        assertThatThrownBy(() -> rows(read, I64))
                .isInstanceOf(ExecutorException.Unsupported.class)
                .hasMessageContaining("AVRO")
                .hasMessageContaining("Parquet or ORC");
    }

    private List<String> rows(IcebergRead.Builder read, Type... types) {
        List<String> names = read.getColumnsList().stream().map(Field::getName).toList();
        return engine.rows(fragment(readOf(read.build(), names, List.of(types)), names));
    }

    private DataFile.Builder orc(String name) {
        Path file = warehouse.resolve(name + ".orc");
        try {
            Files.copy(OrcReadTest.class.getResourceAsStream(name + ".orc"), file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return data(file, DataFile.Format.ORC);
    }

    private static DataFile.Builder data(Path file, DataFile.Format format) {
        return DataFile.newBuilder().setLocation(file.toString()).setFormat(format);
    }

    private static IcebergRead.Builder read(Field... columns) {
        return IcebergRead.newBuilder()
                .setTable("lake.sales.orders")
                .addAllColumns(List.of(columns))
                .setEvolved(true);
    }

    private static Field field(int id, String name, String type) {
        return Field.newBuilder().setId(id).setName(name).setType(type).build();
    }
}

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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;

class IcebergReadTest {
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
    void renamedAddedAndWidenedColumnsAreFoundByTheirIds() {
        Path file = write("a", "SELECT 7::INTEGER AS old_id, 'x' AS old_name", "{old_id: 1, old_name: 2}");
        Field added = field(3, "added", "decimal(5, 2)").toBuilder()
                .setInitialDefault(Constant.newBuilder().setText("1.50"))
                .build();
        var read = evolved(NAME, ID, added).addFiles(data(file));
        Type decimal = Type.newBuilder()
                .setDecimal(Type.Decimal.newBuilder().setPrecision(5).setScale(2))
                .build();

        assertThat(rows(read, STRING, I64, decimal)).containsExactly("x|7|1.50");
    }

    @Test
    void aRenamedFieldOfAStructIsFoundByItsId() {
        Path file = write("a", "SELECT {'x': 7::INTEGER, 'y': 'b'} AS s", "{s: {__duckdb_field_id: 1, x: 2, y: 3}}");
        Field nested = field(1, "s", "struct").toBuilder()
                .addChildren(field(3, "z", "string"))
                .addChildren(field(2, "renamed", "long"))
                .build();
        Field plain = field(9, "plain", "int");

        assertThat(engine.rows(fragment(
                        readOf(
                                evolved(nested, plain).addFiles(data(file)).build(),
                                List.of("s", "z", "renamed", "plain"),
                                List.of(struct(STRING, I64), I32)),
                        List.of("s", "z", "renamed", "plain"))))
                .containsExactly("{\"z\":\"b\",\"renamed\":7}|null");
    }

    @Test
    void filesWithoutIdsAreReadByTheNameMapping() {
        Path without = write("a", "SELECT 'x' AS legacy_name, 7::BIGINT AS id", "");
        Path with = write("b", "SELECT 8::BIGINT AS whatever, 'y' AS other", "{whatever: 1, other: 2}");
        String mapping = """
                [{"field-id": 1, "names": ["id"]}, {"field-id": 2, "names": ["name", "legacy_name"]}]""";
        var read = evolved(ID, NAME)
                .addFiles(data(without).setNameMapping(mapping))
                .addFiles(data(with).setNameMapping(mapping));

        assertThat(rows(read, I64, STRING)).containsExactlyInAnyOrder("7|x", "8|y");
    }

    @Test
    void aPartitionsValueStandsInForAColumnThatTheFilesLack() {
        Path first = write("a", "SELECT 1::BIGINT AS id", "{id: 1}");
        Path second = write("b", "SELECT 2::BIGINT AS id", "{id: 1}");
        var read = evolved(ID, NAME)
                .addFiles(data(first)
                        .putConstants(2, Constant.newBuilder().setText("o'ne").build()))
                .addFiles(data(second)
                        .putConstants(2, Constant.newBuilder().setNull(true).build()));

        assertThat(rows(read, I64, STRING)).containsExactlyInAnyOrder("1|o'ne", "2|null");
    }

    @Test
    void aTableWithoutFilesHasItsColumnsAndNoRows() {
        assertThat(rows(evolved(ID, NAME), I64, STRING)).isEmpty();
    }

    @Test
    void positionDeletesApplyToTheirOwnFile() {
        Path first = write("a", "SELECT range AS id FROM range(4)", "{id: 1}");
        Path second = write("b", "SELECT range + 10 AS id FROM range(4)", "{id: 1}");
        Path untouched = write("c", "SELECT 100::BIGINT AS id", "{id: 1}");
        Path deletes = write(
                "d",
                "SELECT '" + first + "' AS file_path, 1::BIGINT AS pos UNION ALL SELECT '" + second + "', 3",
                "{file_path: 2147483546, pos: 2147483545}");
        var read = same(ID).addFiles(data(first).addDeletes(0))
                .addFiles(data(untouched))
                .addFiles(data(second).addDeletes(0))
                .addDeletes(DeleteFile.newBuilder()
                        .setLocation(deletes.toString())
                        .setPositions(DeleteFile.Positions.getDefaultInstance()));

        assertThat(rows(read, I64)).containsExactlyInAnyOrder("0", "2", "3", "10", "11", "12", "100");
    }

    @Test
    void equalityDeletesCompareNullsAndApplyOnlyToTheirFiles() {
        Path old = write(
                "a", "SELECT * FROM (VALUES (1::BIGINT, 'x'), (2, NULL), (3, 'z')) t(id, name)", "{id: 1, name: 2}");
        Path recent = write("b", "SELECT 1::BIGINT AS id, 'x' AS name", "{id: 1, name: 2}");
        Path deletes = write("d", "SELECT * FROM (VALUES ('x'), (NULL)) t(old)", "{old: 2}");
        var read = same(ID, NAME)
                .addFiles(data(old).addDeletes(0))
                .addFiles(data(recent))
                .addDeletes(DeleteFile.newBuilder()
                        .setLocation(deletes.toString())
                        .setEquality(DeleteFile.Equality.newBuilder().addFieldIds(2)));

        assertThat(rows(read, I64, STRING)).containsExactlyInAnyOrder("3|z", "1|x");
    }

    @Test
    void deletionVectorsLeaveRowsOut() throws IOException {
        Path file = write("a", "SELECT range AS id FROM range(100000)", "{id: 1}");
        Path other = write("b", "SELECT -1::BIGINT AS id", "{id: 1}");
        byte[] blob = blob(RoaringBitmap.bitmapOfRange(3, 100_000));
        Path puffin = warehouse.resolve("v.puffin");
        Files.write(
                puffin, ByteBuffer.allocate(4 + blob.length).putInt(0).put(blob).array());
        var read = same(ID).addFiles(data(other))
                .addFiles(data(file).addDeletes(0))
                .addDeletes(vector(puffin, blob.length));

        assertThat(rows(read, I64)).containsExactlyInAnyOrder("-1", "0", "1", "2");
    }

    @Test
    void aDamagedDeletionVectorIsRefused() throws IOException {
        Path file = write("a", "SELECT range AS id FROM range(3)", "{id: 1}");
        byte[] blob = blob(RoaringBitmap.bitmapOf(1));
        blob[blob.length - 1]++;
        Path puffin = warehouse.resolve("v.puffin");
        Files.write(
                puffin, ByteBuffer.allocate(4 + blob.length).putInt(0).put(blob).array());
        var read = same(ID).addFiles(data(file).addDeletes(0)).addDeletes(vector(puffin, blob.length));

        assertThatThrownBy(() -> rows(read, I64))
                .isInstanceOf(ExecutorException.UnreadableFile.class)
                .hasMessageContaining("v.puffin");
    }

    /** What the manifest and the blob say of lengths is checked before anything is allocated. */
    @ParameterizedTest
    @CsvSource({"0, 2", "2, 6", "100, 2147483647", "100, 9000000000", "0, 0", "2147483647, 100", "100, -1", "5, 100"})
    void aDeletionVectorWhoseLengthsDoNotFitIsRefused(int ownLength, long manifestLength) throws IOException {
        Path file = write("a", "SELECT range AS id FROM range(3)", "{id: 1}");
        Path puffin = warehouse.resolve("v.puffin");
        Files.write(puffin, ByteBuffer.allocate(104).putInt(0).putInt(ownLength).array());
        var read = same(ID).addFiles(data(file).addDeletes(0)).addDeletes(vector(puffin, manifestLength));

        assertThatThrownBy(() -> rows(read, I64))
                .isInstanceOf(ExecutorException.UnreadableFile.class)
                .hasMessageContaining("v.puffin");
    }

    private static DeleteFile vector(Path puffin, long length) {
        return DeleteFile.newBuilder()
                .setLocation(puffin.toString())
                .setVector(DeleteFile.Vector.newBuilder().setOffsetBytes(4).setLengthBytes(length))
                .build();
    }

    /** A blob {@code deletion-vector-v1} with one bitmap. */
    private static byte[] blob(RoaringBitmap bitmap) {
        ByteBuffer content =
                ByteBuffer.allocate(16 + bitmap.serializedSizeInBytes()).order(ByteOrder.LITTLE_ENDIAN);
        content.put(new byte[] {(byte) 0xD1, (byte) 0xD3, 0x39, 0x64})
                .putLong(1)
                .putInt(0);
        bitmap.serialize(content);
        var crc = new CRC32();
        crc.update(content.array());
        return ByteBuffer.allocate(8 + content.capacity())
                .putInt(content.capacity())
                .put(content.array())
                .putInt((int) crc.getValue())
                .array();
    }

    @Test
    void whatIsHeldIsReadInPlaceOfItsFilesUntilAnotherInstanceTakesOver(@TempDir Path elsewhere) {
        var ids = same(ID).addFiles(data(write("a", "SELECT range AS id FROM range(3)", "")));
        assertThat(rows(ids, I64)).containsExactlyInAnyOrder("0", "1", "2");
        assertThat(engine.executor().dataCache().hits()).isOne();

        Path other = engine.write(elsewhere.resolve("b.parquet"), "SELECT 7 AS id", "{id: 1}");
        assertThat(rows(evolved(ID).addFiles(data(other)), I64)).containsExactly("7");
        assertThat(engine.executor().dataCache().entries()).isZero();
        assertThat(rows(ids, I64)).containsExactlyInAnyOrder("0", "1", "2");
    }

    private List<String> rows(IcebergRead.Builder read, Type... types) {
        List<String> names = read.getColumnsList().stream().map(Field::getName).toList();
        return engine.rows(fragment(readOf(read.build(), names, List.of(types)), names));
    }

    private Path write(String name, String query, String fieldIds) {
        return engine.write(warehouse.resolve(name + ".parquet"), query, fieldIds);
    }

    private static IcebergRead.Builder evolved(Field... columns) {
        return same(columns).setEvolved(true);
    }

    private static IcebergRead.Builder same(Field... columns) {
        return IcebergRead.newBuilder().setTable("lake.sales.orders").addAllColumns(List.of(columns));
    }

    private static DataFile.Builder data(Path file) {
        return DataFile.newBuilder().setLocation(file.toString()).setFormat(DataFile.Format.PARQUET);
    }

    private static Field field(int id, String name, String type) {
        return Field.newBuilder().setId(id).setName(name).setType(type).build();
    }
}

package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lends vectors to C and takes them back, as a C producer other than DuckDB might hand them over. */
class CDataRoundTripTest {
    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void nothingLeaks() {
        assertThat(ImportedArray.unreleased()).isZero();
        assertThat(ArrayExport.lent()).isZero();
        allocator.close();
    }

    @Test
    void anArrayWithAnOffsetIsSliced() throws Exception {
        try (IntVector numbers = numbers(20);
                VarCharVector names = names(20);
                StructVector nested = nested(20);
                ListVector lists = lists(20);
                VectorSchemaRoot imported = roundTrip(List.of(numbers, names, nested, lists), 11, array -> {
                    array.set(JAVA_LONG, CData.ARRAY_LENGTH, 11);
                    array.set(JAVA_LONG, CData.ARRAY_OFFSET, 9);
                })) {
            assertThat(texts(imported.getVector("numbers"))).startsWith("null", "10", "11", "null");
            assertThat(texts(imported.getVector("names")))
                    .startsWith("name 9", "null", "name 11")
                    .hasSize(11);
            assertThat(texts(imported.getVector("nested"))).startsWith("{\"inner\":9}", "{\"inner\":10}");
            assertThat(texts(imported.getVector("lists")))
                    .startsWith("[0,1,2,3,4,5,6,7,8]")
                    .endsWith("null");
        }
    }

    @Test
    void aColumnWithAnOffsetOfItsOwnIsSliced() throws Exception {
        try (VarCharVector names = names(20);
                VectorSchemaRoot imported = roundTrip(List.of(names), 13, array -> {
                    array.set(JAVA_LONG, CData.ARRAY_LENGTH, 13);
                    MemorySegment column = CData.childArray(array, 0);
                    column.set(JAVA_LONG, CData.ARRAY_LENGTH, 13);
                    column.set(JAVA_LONG, CData.ARRAY_OFFSET, 7);
                    column.set(JAVA_LONG, CData.ARRAY_NULL_COUNT, -1);
                })) {
            assertThat(texts(imported.getVector("names"))).startsWith("name 7", "name 8", "name 9", "null");
            assertThat(imported.getVector("names").getNullCount()).isEqualTo(2);
        }
    }

    @Test
    void aDictionaryIsDecodedFromItsOffsetOn() throws Exception {
        try (UInt1Vector indices = new UInt1Vector("indices", allocator);
                VarCharVector entries = new VarCharVector("entries", allocator)) {
            IntStream.range(0, 3).forEach(entry -> entries.setSafe(entry, new Text("entry " + entry)));
            entries.setValueCount(3);
            IntStream.range(0, 10).filter(row -> row != 5).forEach(row -> indices.setSafe(row, row % 3));
            indices.setValueCount(10);
            ArrowColumn column = new ArrowColumn(
                    Field.nullable("words", ArrowType.Utf8.INSTANCE), new ArrowType.Int(8, false), List.of());
            try (Arena arena = Arena.ofConfined();
                    VectorSchemaRoot indexBatch = new VectorSchemaRoot(List.of(indices));
                    VectorSchemaRoot entryBatch = new VectorSchemaRoot(List.of(entries));
                    FieldVector words = column.field().createVector(allocator)) {
                MemorySegment array = export(indexBatch, arena);
                MemorySegment dictionary = export(entryBatch, arena);
                MemorySegment indexArray = CData.childArray(array, 0);
                indexArray.set(ADDRESS, CData.ARRAY_DICTIONARY, CData.childArray(dictionary, 0));
                indexArray.set(JAVA_LONG, CData.ARRAY_OFFSET, 4);
                array.set(JAVA_LONG, CData.ARRAY_LENGTH, 6);
                try (ImportedArray imported = ImportedArray.move(array)) {
                    new ArrayImport(imported, allocator).load(List.of(column), List.of(words));
                }
                CData.releaseArray(dictionary);
                assertThat(texts(words)).containsExactly("entry 1", "null", "entry 0", "entry 1", "entry 2", "entry 0");
            }
        }
    }

    @Test
    void stringViewsKeepTheirBuffers() throws Exception {
        try (ViewVarCharVector views = new ViewVarCharVector("views", allocator)) {
            views.allocateNew();
            IntStream.range(0, 100).forEach(row -> views.setSafe(row, new Text("x".repeat(row))));
            views.setNull(50);
            views.setValueCount(100);
            try (VectorSchemaRoot imported = roundTrip(List.of(views), 100, _ -> {})) {
                assertThat(texts(imported.getVector("views")))
                        .startsWith("", "x")
                        .contains("null")
                        .endsWith("x".repeat(99));
            }
        }
    }

    @Test
    void aVectorCutFromALargerOneIsLentAsItIs() throws Exception {
        try (VarCharVector names = names(20)) {
            var pair = names.getTransferPair(names.getField(), allocator);
            pair.splitAndTransfer(3, 5);
            try (FieldVector part = (FieldVector) pair.getTo();
                    VectorSchemaRoot imported = roundTrip(List.of(part), 5, _ -> {})) {
                assertThat(texts(imported.getVector("names")))
                        .containsExactly("name 3", "name 4", "null", "name 6", "name 7");
            }
        }
    }

    @Test
    void aDictionaryEncodedVectorIsNotLent() {
        FieldType encoded = new FieldType(
                true, new ArrowType.Int(32, true), new DictionaryEncoding(1, false, new ArrowType.Int(32, true)));
        try (Arena arena = Arena.ofConfined()) {
            List<Field> columns = List.of(new Field("c", encoded, null));
            assertThatThrownBy(() -> new SchemaExport(arena).write(columns))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("decode");
        }
    }

    @Test
    void aTypeWithoutAVectorIsRefused() {
        assertThatThrownBy(() -> ArrowFormat.parse("d:9,2,32", 0)).hasMessageContaining("d:9,2,32");
        assertThatThrownBy(() -> ArrowFormat.parse("+r", 0)).hasMessageContaining("+r");
    }

    /** Changes an array as a producer might have made it. */
    private interface Edit {
        void apply(MemorySegment array);
    }

    private VectorSchemaRoot roundTrip(List<FieldVector> vectors, int rows, Edit edit) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            VectorSchemaRoot batch = new VectorSchemaRoot(vectors);
            MemorySegment schema =
                    new SchemaExport(arena).write(batch.getSchema().getFields());
            ArrowColumn struct = ArrowColumn.of(schema);
            MemorySegment array = export(batch, arena);
            edit.apply(array);
            try (ImportedArray imported = ImportedArray.move(array)) {
                List<FieldVector> targets = struct.children().stream()
                        .map(column -> column.field().createVector(allocator))
                        .toList();
                assertThat(new ArrayImport(imported, allocator).load(struct.children(), targets))
                        .isEqualTo(rows);
                return new VectorSchemaRoot(targets);
            }
        }
    }

    private static MemorySegment export(VectorSchemaRoot batch, Arena arena) throws Exception {
        MemorySegment array = arena.allocate(CData.ARRAY_BYTES, 8);
        ArrayExport.write(batch, array);
        return array;
    }

    private static List<String> texts(FieldVector vector) {
        return IntStream.range(0, vector.getValueCount())
                .mapToObj(row -> String.valueOf(vector.getObject(row)))
                .toList();
    }

    private IntVector numbers(int rows) {
        IntVector vector = new IntVector("numbers", allocator);
        IntStream.range(0, rows).filter(row -> row % 3 != 0).forEach(row -> vector.setSafe(row, row));
        vector.setValueCount(rows);
        return vector;
    }

    private VarCharVector names(int rows) {
        VarCharVector vector = new VarCharVector("names", allocator);
        IntStream.range(0, rows)
                .filter(row -> row % 5 != 0)
                .forEach(row -> vector.setSafe(row, new Text("name " + row)));
        vector.setValueCount(rows);
        return vector;
    }

    private StructVector nested(int rows) {
        StructVector vector = StructVector.empty("nested", allocator);
        IntVector inner = vector.addOrGet("inner", FieldType.nullable(new ArrowType.Int(32, true)), IntVector.class);
        IntStream.range(0, rows).forEach(row -> {
            vector.setIndexDefined(row);
            inner.setSafe(row, row);
        });
        vector.setValueCount(rows);
        return vector;
    }

    private ListVector lists(int rows) {
        ListVector vector = ListVector.empty("lists", allocator);
        UnionListWriter writer = vector.getWriter();
        for (int row = 0; row < rows - 1; row++) {
            writer.setPosition(row);
            writer.startList();
            IntStream.range(0, row).forEach(writer::writeInt);
            writer.endList();
        }
        vector.setValueCount(rows);
        return vector;
    }
}

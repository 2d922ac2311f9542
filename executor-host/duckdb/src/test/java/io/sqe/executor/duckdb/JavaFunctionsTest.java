package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaFunctionsTest {
    private final Engine engine = Engine.locked();

    @AfterEach
    void nothingLeaks() {
        engine.close();
        assertThat(ArrayExport.lent()).isZero();
        assertThat(Engine.LIBRARY.objects().count()).isZero();
    }

    @Test
    void sqlReadsBatchesFromJava() {
        try (BatchTable table = engine.database.provide("numbers", new Numbers(engine, 100_000, 7_000))) {
            assertThat(engine.rows("SELECT count(*), sum(id)::BIGINT, count(name), max(name) FROM " + table.sql()))
                    .containsExactly(List.of(100_000L, 4_999_950_000L, 100_000L, "name of the row 99999"));
            assertThat(engine.value("SELECT count(*) FROM " + table.sql())).isEqualTo(100_000L);
            assertThat(engine.value("SELECT name FROM " + table.sql() + " WHERE id = 12345"))
                    .isEqualTo("name of the row 12345");
        }
    }

    @Test
    void sqlCallsAFunctionInJava() {
        engine.database.register(ScalarFunction.of("twice", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> {
            for (int row = 0; row < rows; row++) {
                result.setLong(row, 2 * arguments.getFirst().longAt(row));
            }
        }));
        assertThat(engine.value("SELECT sum(twice(range)) FROM range(100000)")).hasToString("9999900000");
        assertThat(engine.rows("SELECT twice(CASE WHEN range % 2 = 0 THEN range END) FROM range(3)"))
                .hasToString("[[0], [null], [4]]");
    }

    record Numbers(Engine engine, int count, int batchRows) implements BatchSource {
        @Override
        public Schema schema() {
            return new Schema(List.of(
                    Field.nullable("id", new ArrowType.Int(64, true)),
                    Field.nullable("name", ArrowType.Utf8.INSTANCE)));
        }

        @Override
        public BatchScan open(List<Integer> columns) {
            Schema projected =
                    new Schema(columns.stream().map(schema().getFields()::get).toList());
            return new BatchScan() {
                int position;

                @Override
                public @Nullable VectorSchemaRoot next() {
                    if (position >= count) {
                        return null;
                    }
                    int rows = Math.min(batchRows, count - position);
                    VectorSchemaRoot batch = VectorSchemaRoot.create(projected, engine.allocator);
                    for (int row = 0; row < rows; row++) {
                        int id = position + row;
                        if (batch.getVector("id") instanceof BigIntVector ids) {
                            ids.setSafe(row, id);
                        }
                        if (batch.getVector("name") instanceof VarCharVector names) {
                            names.setSafe(
                                    row, ("name of the row " + id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                        }
                    }
                    batch.setRowCount(rows);
                    position += rows;
                    return batch;
                }

                @Override
                public void close() {}
            };
        }
    }
}

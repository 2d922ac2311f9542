package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchSourceTest {
    private final Engine engine = Engine.locked();

    @AfterEach
    void nothingLeaks() {
        engine.close();
        assertThat(ArrayExport.lent()).isZero();
        assertThat(Engine.LIBRARY.objects().count()).isZero();
    }

    @Test
    void sqlReadsWhatJavaMakes() {
        Numbers numbers = new Numbers(100_000, 7_000, 1);
        try (BatchTable table = engine.database.provide("it's numbers", numbers)) {
            assertThat(engine.rows("SELECT count(*), sum(id)::BIGINT, count(name), max(name) FROM " + table.sql()))
                    .hasToString("[[100000, 4999950000, 85714, name of the row 99999]]");
            assertThat(engine.text("SELECT name FROM %s WHERE id = 12345".formatted(table.sql())))
                    .isEqualTo("name of the row 12345");
        }
        assertThat(numbers.scans).hasValue(2);
        assertThat(numbers.closed).hasValue(2);
    }

    @Test
    void onlyTheColumnsThatAreUsedAreAskedFor() {
        Numbers numbers = new Numbers(10, 10, 1);
        try (BatchTable table = engine.database.provide("numbers", numbers)) {
            engine.rows("SELECT max(name) FROM " + table.sql());
            assertThat(numbers.columns).containsExactly(1);
            engine.rows("SELECT name, id FROM %s WHERE id > 3".formatted(table.sql()));
            assertThat(numbers.columns).containsExactlyInAnyOrder(0, 1);
            assertThat(engine.text("SELECT count(*) FROM " + table.sql())).isEqualTo("10");
            assertThat(numbers.columns).hasSize(1);
        }
    }

    @Test
    void manyThreadsReadOneScan() {
        try (BatchTable table = engine.database.provide("numbers", new Numbers(1_000_000, 10_000, 4));
                BatchTable other = engine.database.provide("other", new Numbers(1_000, 10, 1))) {
            assertThat(engine.text("SELECT sum(id) FROM " + table.sql())).isEqualTo("499999500000");
            assertThat(engine.text(
                            "SELECT count(*) FROM %s a JOIN %s b USING (id)".formatted(table.sql(), other.sql())))
                    .isEqualTo("1000");
        }
    }

    @Test
    void oneThreadKeepsTheOrder() {
        try (BatchTable table = engine.database.provide("numbers", new Numbers(20_000, 999, 1))) {
            engine.connection.execute("CREATE TABLE t AS SELECT * FROM " + table.sql());
            assertThat(engine.text("SELECT bool_and(id = rowid) FROM t")).isEqualTo("true");
        }
    }

    @Test
    void nestedBatchesAreTheSameAfterTheWayThroughDuckDb() {
        String sql = """
                SELECT range AS i, range::DECIMAL(20,3) AS d, 's' || range AS s, [range, NULL] AS l, {'a': range, 'b': ['x']} AS st,
                  MAP {range: 'v'} AS m, [1, range]::INTEGER[2] AS f, range % 2 = 0 AS b, DATE '2024-01-01' + range::INTEGER AS dt,
                  TIMESTAMP '2024-01-01' + INTERVAL (range) SECOND AS ts, ('b' || range)::BLOB AS bl, NULL AS n
                FROM range(5000)""";
        List<VectorSchemaRoot> batches = new ArrayList<>();
        Schema schema;
        try (ArrowStream stream = engine.connection.query(sql, 1_500, engine.allocator)) {
            schema = stream.schema();
            for (VectorSchemaRoot batch = stream.next(); batch != null; batch = stream.next()) {
                batches.add(batch);
            }
        }
        try (BatchTable table = engine.database.provide("copy", new Prepared(schema, batches))) {
            assertThat(engine.rows("SELECT * FROM " + table.sql()))
                    .hasToString(engine.rows(sql).toString());
        }
    }

    @Test
    void whatASourceThrowsFailsTheQueryAndClosesTheScan() {
        Numbers failing = new Numbers(100_000, 1_000, 1);
        failing.failingBatch = 3;
        try (BatchTable table = engine.database.provide("failing", failing)) {
            assertThatThrownBy(() -> engine.rows("SELECT * FROM " + table.sql()))
                    .isInstanceOf(DuckDbException.Execution.class)
                    .hasMessageContaining("file vanished");
        }
        assertThat(failing.closed).hasValue(1);
        assertThat(engine.text("SELECT 1")).isEqualTo("1");
    }

    @Test
    void anAbandonedQueryClosesTheScan() {
        Numbers numbers = new Numbers(1_000_000, 1_000, 1);
        try (BatchTable table = engine.database.provide("numbers", numbers);
                ArrowStream stream = engine.connection.query("SELECT * FROM " + table.sql(), 2048, engine.allocator);
                VectorSchemaRoot batch = stream.next()) {
            assertThat(batch).isNotNull();
        }
        assertThat(numbers.closed).hasValue(1);
        assertThat(numbers.batches).hasValueLessThan(900);
    }

    @Test
    void aSourceThatIsNotOrNoLongerProvidedIsNamed() {
        BatchTable table = engine.database.provide("gone", new Numbers(1, 1, 1));
        assertThatThrownBy(() -> engine.database.provide("gone", new Numbers(1, 1, 1)))
                .hasMessageContaining("gone");
        table.close();
        assertThatThrownBy(() -> engine.rows("SELECT * FROM " + table.sql()))
                .isInstanceOf(DuckDbException.Catalog.class)
                .hasMessageContaining("gone");
    }

    /** Batches that were made before. */
    private record Prepared(Schema schema, List<VectorSchemaRoot> batches) implements BatchSource {
        @Override
        public BatchScan open(List<Integer> columns) {
            assertThat(columns).hasSize(schema.getFields().size());
            var remaining = batches.iterator();
            return new BatchScan() {
                @Override
                public @Nullable VectorSchemaRoot next() {
                    return remaining.hasNext() ? remaining.next() : null;
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Numbered rows; every seventh has no name. */
    private class Numbers implements BatchSource {
        final AtomicInteger scans = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        final AtomicInteger batches = new AtomicInteger();
        List<Integer> columns = List.of();
        int failingBatch = -1;
        private final int rows;
        private final int batchRows;
        private final int threads;

        Numbers(int rows, int batchRows, int threads) {
            this.rows = rows;
            this.batchRows = batchRows;
            this.threads = threads;
        }

        @Override
        public Schema schema() {
            return new Schema(List.of(
                    Field.nullable("id", new ArrowType.Int(64, true)),
                    Field.nullable("name", ArrowType.Utf8.INSTANCE)));
        }

        @Override
        public int threadsMax() {
            return threads;
        }

        @Override
        public BatchScan open(List<Integer> used) {
            scans.incrementAndGet();
            columns = Collections.unmodifiableList(used);
            List<Field> fields = schema().getFields();
            return new Scan(new Schema(used.stream().map(fields::get).toList()));
        }

        private final class Scan implements BatchScan {
            private final Schema projected;
            private final AtomicInteger next = new AtomicInteger();

            Scan(Schema projected) {
                this.projected = projected;
            }

            @Override
            public @Nullable VectorSchemaRoot next() {
                int number = next.getAndIncrement();
                int start = number * batchRows;
                if (start >= rows) {
                    return null;
                }
                if (number == failingBatch) {
                    throw new IllegalStateException("file vanished");
                }
                batches.incrementAndGet();
                int count = Math.min(batchRows, rows - start);
                VectorSchemaRoot batch = VectorSchemaRoot.create(projected, engine.allocator);
                batch.getFieldVectors().forEach(vector -> fill(vector, start, count));
                batch.setRowCount(count);
                return batch;
            }

            private void fill(FieldVector vector, int start, int count) {
                for (int row = 0; row < count; row++) {
                    int id = start + row;
                    switch (vector) {
                        case BigIntVector ids -> ids.setSafe(row, id);
                        case VarCharVector names
                        when id % 7 != 0 -> names.setSafe(row, new Text("name of the row " + id));
                        default -> vector.setNull(row);
                    }
                }
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }
    }
}

package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryTest {
    private final Engine engine = Engine.locked();

    @AfterEach
    void nothingLeaks() {
        engine.close();
        assertThat(ImportedArray.unreleased()).isZero();
    }

    @Test
    void rowsComeBackInOrder() {
        assertThat(engine.rows("SELECT range + 1 AS id, 'name ' || range AS name FROM range(3)"))
                .containsExactly(List.of(1L, "name 0"), List.of(2L, "name 1"), List.of(3L, "name 2"));
    }

    @Test
    void aMillionRowsComeInBatchesOfTheSizeAskedFor() {
        long rows = 0;
        long sum = 0;
        try (ArrowStream stream =
                        engine.connection.query("SELECT range AS i FROM range(1_000_000)", 50_000, engine.allocator);
                VectorSchemaRoot batch = VectorSchemaRoot.create(stream.schema(), engine.allocator)) {
            while (stream.loadNext(batch)) {
                assertThat(batch.getRowCount()).isLessThanOrEqualTo(50_000);
                rows += batch.getRowCount();
                for (int row = 0; row < batch.getRowCount(); row++) {
                    sum += ((org.apache.arrow.vector.BigIntVector) batch.getVector(0)).get(row);
                }
            }
        }
        assertThat(rows).isEqualTo(1_000_000);
        assertThat(sum).isEqualTo(499_999_500_000L);
    }
}

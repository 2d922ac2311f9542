package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.caching.ResultCache;
import io.sqe.gateway.caching.ResultCacheLimits;
import io.sqe.gateway.query.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served again is what the engine computed: every type, every null, the same schema. */
class ResultCacheIT {
    private static final int ENTRY_BYTES_MAX = 1 << 20;

    @TempDir
    static Path folder;

    private static ResultCache results;
    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        results = ResultCache.open(new ResultCacheLimits(8 << 20, ENTRY_BYTES_MAX, Duration.ofMinutes(5)));
        engine = EngineFixture.openWith(results, folder.resolve("warehouse"));
        engine.run(
                "CREATE TABLE kinds (flag BOOLEAN, i INTEGER, l BIGINT, r REAL, d DOUBLE, m DECIMAL(38, 10), day DATE,"
                        + " at TIME, local TIMESTAMP, instant TIMESTAMP WITH TIME ZONE, t VARCHAR, b VARBINARY,"
                        + " list INTEGER ARRAY, nested ROW(x INTEGER, y VARCHAR ARRAY))",
                "INSERT INTO kinds SELECT true, 1, 2, CAST(1.5 AS REAL), 2.5e0, 123456789.5, DATE '2024-02-29',"
                        + " TIME '10:00:00', TIMESTAMP '2024-01-01 10:00:00', TIMESTAMP '2024-01-01 10:00:00',"
                        + " 'text', X'00ff', ARRAY[1, NULL, 3], CAST(ROW(1, ARRAY['a', NULL]) AS ROW(x INTEGER, y VARCHAR ARRAY))",
                "INSERT INTO kinds (i, nested) VALUES (2, NULL), (3, NULL)",
                "CREATE TABLE numbers AS SELECT x AS n FROM UNNEST(sequence(1, 200000)) AS u(x)");
    }

    @AfterAll
    static void close() {
        engine.close();
        results.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM kinds ORDER BY i",
                "SELECT list, nested, t FROM kinds WHERE i = 1",
                "SELECT n, n AS n, CAST(n AS VARCHAR) FROM numbers WHERE n < 20000 ORDER BY 1",
                "SELECT * FROM kinds WHERE i > 1000",
                "SELECT NULL AS nothing, count(*) FROM kinds"
            })
    void rowsAndSchemaAreTheSame(String sql) {
        Schema schema = schema(sql);
        List<String> computed = engine.rows(sql);

        assertThat(engine.rows(sql)).isEqualTo(computed);
        try (Query again = engine.engine().start(sql, engine.session())) {
            assertThat(again.isCached()).isTrue();
            assertThat(again.rows().schema()).isEqualTo(schema);
        }
    }

    @Test
    void whatIsTooLargeIsComputedEachTime() {
        String large = "SELECT n FROM numbers";

        assertThat(engine.rows(large)).hasSize(200_000);
        try (Query again = engine.engine().start(large, engine.session())) {
            assertThat(again.isCached()).isFalse();
        }
    }

    /** Read to its first batch only: that is not kept. */
    private static Schema schema(String sql) {
        try (Query query = engine.engine().start(sql, engine.session())) {
            return query.rows().schema();
        }
    }
}

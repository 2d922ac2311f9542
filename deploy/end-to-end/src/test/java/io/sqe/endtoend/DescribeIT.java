package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.ColumnType;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement is said to answer is what it answers, and its placeholders take values and nothing else. */
class DescribeIT {
    @TempDir
    static Path folder;

    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        engine = EngineFixture.open(folder.resolve("warehouse"));
        engine.run(
                "CREATE TABLE orders (id INTEGER, total DECIMAL(10, 2), day DATE, note VARCHAR)",
                "INSERT INTO orders VALUES (1, 10.50, DATE '2024-01-01', 'x'), (2, 20.00, DATE '2024-01-02', 'y')");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, total, day, note FROM orders",
                "SELECT true AS a, CAST(1 AS TINYINT), CAST(1 AS SMALLINT), 1, CAST(1 AS BIGINT), CAST(1 AS REAL), 1e0",
                "SELECT 1.50, CAST(1 AS DECIMAL(38, 10)), sum(total), avg(total), count(*) FROM orders",
                "SELECT DATE '2024-01-01', TIME '10:00:00', TIMESTAMP '2024-01-01 10:00:00', current_timestamp",
                "SELECT X'00ff', uuid(), 'text', CAST('abc' AS VARCHAR(3)), CAST('abc' AS CHAR(3))",
                "SELECT ARRAY[1, 2], map_from_arrays(ARRAY['a'], ARRAY['b']), CAST(ROW(1, 'x') AS ROW(a INTEGER, b VARCHAR))",
                "SELECT TIMESTAMP '2024-01-02 00:00:00' - TIMESTAMP '2024-01-01 00:00:00'",
                "SHOW TABLES",
                "SHOW FUNCTIONS LIKE 'abs'",
                "DESCRIBE orders",
                "EXPLAIN SELECT 1",
                "VALUES (1, 'a'), (2, 'b')",
            })
    void theColumnsAreThoseThatTheRowsHave(String sql) {
        StatementDescription description = engine.engine().describe(sql, engine.session());

        assertThat(description.kind()).isEqualTo(StatementKind.ROWS);
        assertThat(types(description.columns())).isEqualTo(types(answered(sql)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Z", "+05:30", "-03:00", "UTC+2", "Europe/Berlin", "America/St_Johns"})
    void aTimeWithAZoneIsInTheZoneOfTheSession(String zone) {
        Session there = engine.sessionIn(ZoneId.of(zone));
        String sql = "SELECT current_timestamp";

        Schema described = engine.engine().describe(sql, there).columns();

        try (Query query = engine.engine().start(sql, there)) {
            assertThat(described).isEqualTo(query.rows().schema());
        }
    }

    @Test
    void whatChangesSomethingIsNotRun() {
        StatementDescription write =
                engine.engine().describe("INSERT INTO orders VALUES (?, ?, ?, ?)", engine.session());
        StatementDescription command = engine.engine().describe("DROP TABLE orders", engine.session());

        assertThat(write.kind()).isEqualTo(StatementKind.WRITE);
        assertThat(types(write.parameters()))
                .containsExactly("$1: Int(32, true)", "$2: Decimal(10, 2, 128)", "$3: Date(DAY)", "$4: Utf8");
        assertThat(command.kind()).isEqualTo(StatementKind.COMMAND);
        assertThat(engine.rows("SELECT count(*) FROM orders")).containsExactly("2");
    }

    @Test
    void aPlaceholderIsAValueWhateverItHolds() {
        String sql = "SELECT id FROM orders WHERE note = ? OR id = ?";
        Parameter hostile = Parameter.of(new ColumnType.StringType(), "x' OR '1' = '1");
        Parameter two = Parameter.of(new ColumnType.IntegerType(), 2);

        assertThat(rows(sql, Parameters.of(hostile, two))).isEqualTo(1);
        assertThat(rows(sql, Parameters.of(hostile, new Parameter.Null(new ColumnType.IntegerType()))))
                .as("another value, though the text was planned before")
                .isZero();
    }

    @Test
    void aMissingValueIsRefused() {
        assertThatThrownBy(() -> rows("SELECT ?", Parameters.NONE))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("1");
    }

    private static long rows(String sql, Parameters parameters) {
        QueryOptions options = QueryOptions.standard().withParameters(parameters);
        try (Query query = engine.engine().start(sql, engine.session(), options)) {
            long rows = 0;
            while (query.rows().loadNext()) {
                rows += query.rows().batch().getRowCount();
            }
            return rows;
        }
    }

    private static Schema answered(String sql) {
        try (Query query = engine.engine().start(sql, engine.session())) {
            return query.rows().schema();
        }
    }

    private static List<String> types(Schema schema) {
        return schema.getFields().stream().map(DescribeIT::type).toList();
    }

    private static String type(Field field) {
        String children = field.getChildren().isEmpty()
                ? ""
                : types(new Schema(field.getChildren())).toString();
        return field.getName() + ": " + field.getType() + children;
    }
}

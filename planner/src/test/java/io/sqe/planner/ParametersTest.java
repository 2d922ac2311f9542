package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.BinaryType;
import io.sqe.catalog.ColumnType.BooleanType;
import io.sqe.catalog.ColumnType.DateType;
import io.sqe.catalog.ColumnType.DecimalType;
import io.sqe.catalog.ColumnType.DoubleType;
import io.sqe.catalog.ColumnType.FloatType;
import io.sqe.catalog.ColumnType.IntegerType;
import io.sqe.catalog.ColumnType.ListType;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.catalog.ColumnType.TimeType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.TimestampType;
import io.sqe.catalog.ColumnType.UuidType;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.planner.binding.Description;
import io.sqe.planner.binding.Description.ResultColumn;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Placeholders take typed values, never text. */
class ParametersTest {
    private static final ColumnType MICROS = new TimestampType(TimeUnit.MICROSECONDS, Zone.WITHOUT);
    private static final ColumnType INSTANT = new TimestampType(TimeUnit.MICROSECONDS, Zone.WITH);
    private static final ColumnType NANOS = new TimestampType(TimeUnit.NANOSECONDS, Zone.WITHOUT);

    private final Lake lake = Shop.lake();

    static Stream<Arguments> values() {
        return Stream.of(
                argumentSet("boolean", Parameter.of(new BooleanType(), true), "true"),
                argumentSet("integer", Parameter.of(new IntegerType(), -5), "-5"),
                argumentSet("bigint", Parameter.of(new LongType(), Long.MIN_VALUE), "-9223372036854775808:BIGINT"),
                argumentSet("real", Parameter.of(new FloatType(), 1.5f), "1.5E0:REAL"),
                argumentSet("double", Parameter.of(new DoubleType(), -0.25), "-0.25E0:DOUBLE"),
                argumentSet(
                        "infinity",
                        Parameter.of(new DoubleType(), Double.NEGATIVE_INFINITY),
                        "CAST('-Infinity':VARCHAR CHARACTER SET \"UTF-8\"):DOUBLE NOT NULL"),
                argumentSet(
                        "decimal", Parameter.of(new DecimalType(38, 2), new BigDecimal("1.50")), "1.50:DECIMAL(38, 2)"),
                argumentSet(
                        "varchar",
                        Parameter.of(new StringType(), "'; DROP TABLE x --"),
                        "'''; DROP TABLE x --':VARCHAR CHARACTER SET \"UTF-8\""),
                argumentSet(
                        "varbinary",
                        Parameter.of(new BinaryType(), ByteBuffer.wrap(new byte[] {1, -1})),
                        "X'01ff':VARBINARY"),
                argumentSet("date", Parameter.of(new DateType(), 20_000), "2024-10-04"),
                argumentSet("time", Parameter.of(new TimeType(), 3_723_000_001L), "01:02:03.000001:TIME(6)"),
                argumentSet("timestamp", Parameter.of(MICROS, -1L), "1969-12-31 23:59:59.999999:TIMESTAMP(6)"),
                argumentSet("nanoseconds", Parameter.of(NANOS, 1L), "1970-01-01 00:00:00.000000001:TIMESTAMP(9)"),
                argumentSet(
                        "instant",
                        Parameter.of(INSTANT, 1_000_000L),
                        "1970-01-01 00:00:01:TIMESTAMP_WITH_LOCAL_TIME_ZONE(6)"),
                argumentSet(
                        "uuid",
                        Parameter.of(new UuidType(), new UUID(0, 7)),
                        "CAST('00000000-0000-0000-0000-000000000007':VARCHAR CHARACTER SET \"UTF-8\"):UUID NOT NULL"),
                argumentSet("null", new Parameter.Null(new DecimalType(9, 2)), "null:DECIMAL(9, 2)"),
                argumentSet("null instant", new Parameter.Null(INSTANT), "null:TIMESTAMP_WITH_LOCAL_TIME_ZONE(6)"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsAConstantOfItsType(Parameter parameter, String constant) {
        assertThat(lake.query("SELECT i = 0, ? AS p FROM numbers", Parameters.of(parameter))
                        .root()
                        .explain())
                .contains("p=[" + constant + "]");
    }

    @Test
    void placeholdersMayStandWhereverAConstantMay() {
        Parameter one = Parameter.of(new IntegerType(), 1);
        String sql = "WITH w AS (SELECT id, total * ? AS t FROM orders WHERE id IN (?, ?))"
                + " SELECT id, CASE WHEN id > ? THEN ? END FROM (SELECT * REPLACE (t + ? AS t) FROM w) x"
                + " WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = ?) GROUP BY id"
                + " HAVING count(*) >= ? ORDER BY id + ? OFFSET ? LIMIT ?";

        assertThat(lake.query(sql, Parameters.of(one, one, one, one, one, one, one, one, one, one, one)))
                .isNotNull();
    }

    @Test
    void aVersionMayBeAParameter() {
        assertThat(lake.query(
                                "SELECT area FROM orders FOR VERSION AS OF ?",
                                Parameters.of(Parameter.of(new LongType(), 1L)))
                        .columnNames())
                .containsExactly("area");
    }

    @Test
    void insertedRowsMayBeParameters() {
        assertThat(lake.query(
                                "INSERT INTO customers (id, name) VALUES (?, ?)",
                                Parameters.of(Parameter.of(new IntegerType(), 1), new Parameter.Null(new StringType())))
                        .root()
                        .explain())
                .contains("1", "null:VARCHAR");
    }

    @Test
    void nullOfANestedTypeTakesTheTypeOfItsPlace() {
        var noTags = new Parameter.Null(new ListType(Column.optional(1, "element", new StringType())));

        assertThat(lake.query("SELECT COALESCE(?, ARRAY['x']) AS p", Parameters.of(noTags))
                        .columnNames())
                .containsExactly("p");
    }

    @Test
    void thereMustBeAsManyValuesAsPlaceholders() {
        Parameter one = Parameter.of(new IntegerType(), 1);

        assertThatExceptionOfType(PlannerException.InvalidArguments.class)
                .isThrownBy(() -> lake.query("SELECT ?,\n  ?", Parameters.of(one)))
                .withMessage("The statement has 2 parameters, and 1 values are given. Give one value for each.")
                .satisfies(failure -> assertThat(failure.span()).isEqualTo(new TextSpan(2, 3, 2, 3)));
        assertThatExceptionOfType(PlannerException.InvalidArguments.class)
                .isThrownBy(() -> lake.query("SELECT 1", Parameters.of(one)))
                .withMessageStartingWith("The statement has 0 parameters, and 1 values are given.");
        assertThatExceptionOfType(PlannerException.InvalidArguments.class)
                .isThrownBy(() -> lake.query("SELECT ?", Parameters.NONE));
    }

    @Test
    void rowsAreCountedByWholeNumbers() {
        assertThatExceptionOfType(PlannerException.InvalidArguments.class)
                .isThrownBy(() -> lake.query("SELECT 1 LIMIT ?", Parameters.of(Parameter.of(new StringType(), "1"))))
                .satisfies(failure -> assertThat(failure.span()).isEqualTo(new TextSpan(1, 16, 1, 16)));
    }

    @Test
    void aViewHoldsNoPlaceholder() {
        assertThatExceptionOfType(PlannerException.Unsupported.class)
                .isThrownBy(() -> lake.query(
                        "CREATE VIEW v AS SELECT ? AS x", Parameters.of(Parameter.of(new IntegerType(), 1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM orders WHERE total > ? AND region = ? | DecimalType[precision=12, scale=2], StringType[]",
                "SELECT ? FROM orders WHERE placed BETWEEN ? AND ? | StringType[], TimestampType[unit=MICROSECONDS, zone=WITHOUT], TimestampType[unit=MICROSECONDS, zone=WITHOUT]",
                "SELECT CAST(? AS DATE), ? + i, sqrt(?), upper(?) FROM numbers | DateType[], IntegerType[], DoubleType[], StringType[]",
                "SELECT id FROM orders WHERE id IN (?, ?) OFFSET ? LIMIT ? | LongType[], LongType[], IntegerType[], IntegerType[]",
                "INSERT INTO numbers (u, tz, i) VALUES (?, ?, ?) | UuidType[], TimestampType[unit=MICROSECONDS, zone=WITH], IntegerType[]",
                "SELECT substr(region, ?), max_by(?, id) FROM orders GROUP BY region | LongType[], StringType[]",
            })
    void whatPlaceholdersTakeIsTold(String sql, String types) {
        assertThat(lake.describe(sql).parameters().toString()).isEqualTo("[" + types + "]");
    }

    @Test
    void whatAStatementAnswersIsTold() {
        Description query = lake.describe("SELECT id AS k, total * ?, placed - placed FROM orders");

        assertThat(query.columns()).extracting(ResultColumn::name).containsExactly("k", "_col1", "_col2");
        assertThat(query.columns())
                .extracting(ResultColumn::typeName)
                .containsExactly("bigint", "decimal(24,4)", "interval_day_second");
        assertThat(lake.describe("INSERT INTO orders (id) VALUES (?)").columns())
                .isEmpty();
        assertThat(lake.describe("SHOW TABLES").columns())
                .extracting(ResultColumn::name)
                .isEqualTo(List.of("Table"));
    }
}

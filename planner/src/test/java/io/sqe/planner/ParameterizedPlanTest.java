package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.BinaryType;
import io.sqe.catalog.ColumnType.BooleanType;
import io.sqe.catalog.ColumnType.DateType;
import io.sqe.catalog.ColumnType.DecimalType;
import io.sqe.catalog.ColumnType.DoubleType;
import io.sqe.catalog.ColumnType.FloatType;
import io.sqe.catalog.ColumnType.IntegerType;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.catalog.ColumnType.TimeType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.TimestampType;
import io.sqe.catalog.ColumnType.UuidType;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.pruning.ScanPredicates;
import io.sqe.planner.securing.ParameterizedPlan;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.PlannerException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that is given values is the plan that those values would have had. */
class ParameterizedPlanTest {
    private static final Parameters ONE = integers(1);

    /** Values of each type, of all lengths and signs, what has no literal among them. */
    private static final List<List<Parameter>> VALUES = List.of(
            of(new BooleanType(), true, false),
            of(new IntegerType(), 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
            of(new LongType(), 0L, Long.MIN_VALUE, Long.MAX_VALUE),
            of(new FloatType(), 1.5f, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.POSITIVE_INFINITY),
            of(new DoubleType(), 0.1, -0.0, 5e300, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY),
            of(new DecimalType(12, 2), decimal("0.00"), decimal("-1.50"), decimal("9999999999.99"), decimal("7.10")),
            of(new DecimalType(38, 10), decimal("0.0000000001"), decimal("1234567890123456789012345678.0000000000")),
            of(
                    new StringType(),
                    "",
                    "x",
                    "' OR '1' = '1",
                    "'; DROP TABLE orders --",
                    "?",
                    "%_\\",
                    "日本",
                    "a\u0000b",
                    "x  "),
            of(new BinaryType(), ByteBuffer.wrap(new byte[0]), ByteBuffer.wrap(new byte[] {0, -1})),
            of(new DateType(), 0, -1, 20_000),
            of(new TimeType(), 0L, 3_723_000_001L, 86_399_999_999L),
            of(timestamp(TimeUnit.MICROSECONDS, Zone.WITHOUT), 0L, -1L, 1_700_000_000_000_001L),
            of(timestamp(TimeUnit.NANOSECONDS, Zone.WITHOUT), 1L, 1_700_000_000_000_000_000L),
            of(timestamp(TimeUnit.MICROSECONDS, Zone.WITH), 0L, 1_700_000_000_000_000L),
            of(new UuidType(), new UUID(0, 7), new UUID(-1, -1)));

    /** Columns of every type there is. */
    private static final List<String> COLUMNS =
            List.of("i", "l", "d", "f", "t", "tz", "b", "u", "ns", "CAST(d AS DECIMAL(9, 3))", "CAST(i AS VARCHAR)");

    private final Lake lake = Shop.lake();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM orders WHERE id = ?",
                "SELECT id, total * ? AS t FROM orders WHERE total BETWEEN ? AND ? OR NOT id <> ?",
                "SELECT id FROM orders WHERE id IN (?, ?, ?) AND total NOT IN (?, 7) AND ? IN (id, customer_id)",
                "SELECT id FROM orders WHERE id IS DISTINCT FROM ? AND id + ? > ? - customer_id",
                "SELECT region, count(*) FILTER (WHERE total > ?), sum(CASE WHEN id < ? THEN total ELSE 0 END)"
                        + " FROM orders GROUP BY region HAVING count(*) >= ? ORDER BY 2 LIMIT 5",
                "WITH w AS (SELECT id FROM orders WHERE total / ? > 1), unused AS (SELECT id FROM orders WHERE id = ?)"
                        + " SELECT a.id FROM w a JOIN customers c ON c.id = a.id AND c.id > ? LEFT JOIN numbers n ON n.i = ?",
                "SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id AND c.id > ?)"
                        + " AND id > (SELECT min(i) + ? FROM numbers) AND ? IN (SELECT i FROM numbers WHERE l = ?)",
                "SELECT id FROM orders WHERE id = ? UNION ALL SELECT i FROM numbers WHERE i = ? EXCEPT SELECT id FROM people"
                        + " WHERE id < ?",
                "SELECT id FROM orders WHERE CAST(? AS VARCHAR) = region AND CAST(? AS DECIMAL(9, 2)) = total"
                        + " AND TRY_CAST(? AS DOUBLE) < total",
                "SELECT sum(total) OVER (PARTITION BY region) + ?, abs(total - ?) FROM orders WHERE abs(id - ?) = 1",
                "SELECT id, CASE id WHEN ? THEN 1 END FROM orders FOR VERSION AS OF 1 WHERE id = ?",
            })
    void theSameComesOutForOtherValues(String sql) {
        int count = (int) sql.chars().filter(c -> c == '?').count();
        ParameterizedPlan plan =
                parameterized(sql, integers(Collections.nCopies(count, 3))).orElseThrow();

        for (List<Integer> values : List.of(
                Collections.nCopies(count, 3),
                Collections.nCopies(count, -2),
                IntStream.range(0, count).boxed().toList())) {
            assertSame(plan.with(integers(values)).orElseThrow(), sql, integers(values));
        }
    }

    /** Whatever is compared with whatever: either as it would be with a constant, or not at all. */
    @Test
    void everyTypeOfValueBesideEveryTypeOfColumn() {
        int same = 0;
        for (List<Parameter> values : VALUES) {
            for (String column : COLUMNS) {
                for (String operator : List.of("=", "+")) {
                    String sql =
                            "SELECT i, ? = ? AS p FROM numbers WHERE (%s %s ?) IS NOT NULL".formatted(column, operator);
                    same += compare(sql, values);
                }
            }
        }
        assertThat(same).as("statements that are planned once for all values").isGreaterThan(100);
    }

    private int compare(String sql, List<Parameter> values) {
        Parameters first = thrice(values.getFirst());
        Optional<ParameterizedPlan> plan = planned(sql, first).flatMap(_ -> parameterized(sql, first));
        for (Parameter value : plan.isPresent() ? values : List.<Parameter>of()) {
            assertSame(plan.orElseThrow().with(thrice(value)).orElseThrow(), sql, thrice(value));
        }
        return plan.isPresent() ? 1 : 0;
    }

    private Optional<SecuredPlan> planned(String sql, Parameters values) {
        try {
            return Optional.of(lake.query(sql, values));
        } catch (PlannerException | AssertionError impossible) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ? FROM orders",
                "SELECT id FROM orders LIMIT ?",
                "SELECT id FROM orders WHERE id = 1 OFFSET ?",
                "SELECT id FROM orders ORDER BY id + ?",
                "SELECT count(*) FROM orders GROUP BY id + ?",
                "SELECT id + ? FROM orders GROUP BY id + ?",
                "SELECT area FROM orders FOR VERSION AS OF ?",
                "SELECT id FROM orders WHERE placed > TIMESTAMP '2024-01-01 00:00:00' - ? * INTERVAL '1' DAY",
                "SELECT round(total, ?) FROM orders",
                "SELECT lag(id, ?) OVER (ORDER BY id) FROM orders",
                "SELECT sum(id) OVER (ORDER BY id + ?) FROM orders",
                "SELECT CASE WHEN id = 1 THEN ? END FROM orders",
                "SELECT id FROM orders WHERE region LIKE '10!%' ESCAPE ?",
                "SELECT id FROM orders WHERE (id, customer_id) = (?, 1)",
                "SELECT * FROM (VALUES (1 + ?)) v (x)",
                "SELECT x FROM UNNEST(ARRAY[1 + ?]) u (x)",
                "SELECT id FROM orders WHERE id = ANY (ARRAY[?])",
                "INSERT INTO customers (id) SELECT id FROM orders WHERE id = ?",
                "EXPLAIN SELECT id FROM orders WHERE id = ?",
            })
    void whereAValueMightMeanMoreThereIsNoSuchPlan(String sql) {
        int count = (int) sql.chars().filter(c -> c == '?').count();

        assertThat(parameterized(sql, integers(Collections.nCopies(count, 1)))).isEmpty();
    }

    @Test
    void aNullHasAPlanOfItsOwn() {
        String sql = "SELECT id FROM orders WHERE id = ?";
        var nothing = Parameters.of(new Parameter.Null(new IntegerType()));

        assertThat(parameterized(sql, nothing)).isEmpty();
        assertThat(parameterized(sql, ONE)).isPresent();
    }

    @Test
    void aValueOfAnotherTypeDoesNotFit() {
        ParameterizedPlan plan = parameterized("SELECT id FROM orders WHERE total = ?", decimals(12, 2, "1.50"))
                .orElseThrow();

        assertThat(plan.with(decimals(12, 2, "2.50"))).isPresent();
        assertThat(plan.with(decimals(12, 3, "2.500"))).isEmpty();
        assertThat(plan.with(ONE)).isEmpty();
        assertThat(plan.with(Parameters.of(Parameter.of(new StringType(), "1.50"))))
                .isEmpty();
        assertThat(plan.with(Parameters.NONE)).isEmpty();
    }

    @Test
    void aValueThatSqlCannotSayIsRefusedAsEver() {
        ParameterizedPlan plan = parameterized(
                        "SELECT id FROM orders\n WHERE day = ?", Parameters.of(Parameter.of(new DateType(), 1)))
                .orElseThrow();

        assertThatExceptionOfType(PlannerException.InvalidArguments.class)
                .isThrownBy(() -> plan.with(Parameters.of(Parameter.of(new DateType(), Integer.MAX_VALUE))))
                .withMessageContaining("its year is")
                .satisfies(failure -> assertThat(failure.span().line()).isEqualTo(2));
    }

    /** The plan is made before the value is known, and still nothing of it is below the barrier. */
    @Test
    void policyIsInThePlanWhateverTheValue() {
        var policy = new TablePolicy()
                .restrict("orders", List.of("region = 'north'", "id <> 3"), Map.of("total", "total * 0"), "placed");
        String sql = "SELECT * FROM orders WHERE total > ? AND id = (SELECT max(id) FROM orders WHERE id < ?)";
        Lake theirs = lake.under(policy);

        SecuredPlan filled = parameterized(theirs, sql, integers(1, 2))
                .orElseThrow()
                .with(integers(30, 40))
                .orElseThrow();

        assertThat(filled.root().explain())
                .isEqualTo(theirs.query(sql, integers(30, 40)).root().explain());
        assertThat(filled.isRestricted()).isTrue();
        assertThat(filled.describe()).doesNotContain("north").contains("30").contains("40");
    }

    @Test
    void noValueEverFillsAPlaceholderOfAPolicy() {
        var policy = new TablePolicy().filter("orders", "region = ?");

        Optional<ParameterizedPlan> plan =
                parameterized(lake.under(policy), "SELECT id FROM orders WHERE id = ?", Parameters.of(text("x")));

        plan.ifPresent(made -> assertThat(
                        made.with(Parameters.of(text("y"))).orElseThrow().root().explain())
                .contains("=($5, ?0)"));
    }

    private void assertSame(SecuredPlan filled, String sql, Parameters values) {
        SecuredPlan planned = lake.query(sql, values);

        assertThat(filled.root().explain())
                .as(sql + values)
                .isEqualTo(planned.root().explain());
        assertThat(filled.describe()).isEqualTo(planned.describe());
        assertThat(filled.rowType()).isEqualTo(planned.rowType());
        assertThat(filled.columnNames()).isEqualTo(planned.columnNames());
        assertThat(ScanPredicates.of(filled)).isEqualTo(ScanPredicates.of(planned));
    }

    private Optional<ParameterizedPlan> parameterized(String sql, Parameters values) {
        return parameterized(lake, sql, values);
    }

    private static Optional<ParameterizedPlan> parameterized(Lake lake, String sql, Parameters values) {
        return Planner.standard().parameterize(sql, lake.context(), values);
    }

    private static Parameters integers(Integer... values) {
        return integers(List.of(values));
    }

    private static Parameters integers(List<Integer> values) {
        return new Parameters(values.stream()
                .map(value -> Parameter.of(new IntegerType(), value))
                .toList());
    }

    private static Parameters decimals(int precision, int scale, String value) {
        return Parameters.of(Parameter.of(new DecimalType(precision, scale), new BigDecimal(value)));
    }

    private static Parameters thrice(Parameter value) {
        return Parameters.of(value, value, value);
    }

    private static Parameter text(String value) {
        return Parameter.of(new StringType(), value);
    }

    private static List<Parameter> of(ColumnType type, Object... values) {
        return Arrays.stream(values).map(value -> Parameter.of(type, value)).toList();
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }

    private static ColumnType timestamp(TimeUnit unit, Zone zone) {
        return new TimestampType(unit, zone);
    }
}

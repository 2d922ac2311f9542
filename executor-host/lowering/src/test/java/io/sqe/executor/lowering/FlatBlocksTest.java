package io.sqe.executor.lowering;

import static io.sqe.executor.lowering.PlanBuilding.cross;
import static io.sqe.executor.lowering.PlanBuilding.exists;
import static io.sqe.executor.lowering.PlanBuilding.field;
import static io.sqe.executor.lowering.PlanBuilding.filter;
import static io.sqe.executor.lowering.PlanBuilding.join;
import static io.sqe.executor.lowering.PlanBuilding.limit;
import static io.sqe.executor.lowering.PlanBuilding.literal;
import static io.sqe.executor.lowering.PlanBuilding.multi;
import static io.sqe.executor.lowering.PlanBuilding.outer;
import static io.sqe.executor.lowering.PlanBuilding.project;
import static io.sqe.executor.lowering.PlanBuilding.scalar;
import static io.sqe.executor.lowering.PlanBuilding.sort;
import static io.sqe.executor.lowering.PlanBuilding.union;
import static io.substrait.proto.JoinRel.JoinType.JOIN_TYPE_INNER;
import static io.substrait.proto.JoinRel.JoinType.JOIN_TYPE_LEFT;
import static io.substrait.proto.JoinRel.JoinType.JOIN_TYPE_LEFT_ANTI;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.fragment.v1.Correlate;
import io.substrait.proto.Expression;
import io.substrait.proto.Rel;
import org.junit.jupiter.api.Test;

/** Which SELECT becomes of which relations. Files are cut short: {@code [a]} is the scan of table {@code a}. */
class FlatBlocksTest {
    private final PlanBuilding plans = new PlanBuilding();
    private final Rel a = plans.table("a");
    private final Rel b = plans.table("b");
    private final Rel c = plans.table("c");

    @Test
    void joinsFiltersAggregatesAndLimitsShareOneSelect() {
        Rel joined = filter(
                cross(cross(a, b), c), plans.and(plans.equal(field(0), field(2)), plans.equal(field(3), field(4))));
        Rel grouped = plans.sumBy(joined, 5, 0);
        Rel plan = limit(sort(filter(grouped, plans.equal(field(1), field(0))), 1), 3);

        assertThat(sql(plan, "k", "m")).isEqualTo("""
                SELECT CAST("a"."x" AS BIGINT) AS "k", CAST(max("c"."y") AS BIGINT) AS "m"
                FROM [a] AS "a",
                  [b] AS "b",
                  [c] AS "c"
                WHERE ("a"."x" = "b"."x")
                  AND ("b"."y" = "c"."x")
                GROUP BY "a"."x"
                HAVING max("c"."y") = "a"."x"
                ORDER BY max("c"."y") ASC NULLS LAST
                LIMIT 3""");
    }

    @Test
    void aFilterAboveALimitStaysAboveIt() {
        assertThat(sql(filter(limit(a, 3), plans.equal(field(0), field(1))), "x", "y"))
                .isEqualTo("""
                SELECT CAST("q"."c0" AS BIGINT) AS "x", CAST("q"."c1" AS BIGINT) AS "y"
                FROM (
                  SELECT "a"."x" AS "c0", "a"."y" AS "c1"
                  FROM [a] AS "a"
                  LIMIT 3
                ) AS "q"
                WHERE "q"."c0" = "q"."c1\"""");
    }

    @Test
    void aFilterOnTheOptionalSideOfALeftJoinBelongsToOn() {
        Rel right = filter(b, plans.equal(field(1), field(0)));
        Rel left = filter(a, plans.equal(field(0), field(1)));

        assertThat(sql(join(JOIN_TYPE_LEFT, left, right, plans.equal(field(0), field(2))), "p", "q", "r", "s"))
                .endsWith("""
                FROM [a] AS "a"
                LEFT JOIN [b] AS "b" ON ("a"."x" = "b"."x") AND ("b"."y" = "b"."x")
                WHERE "a"."x" = "a"."y\"""");
    }

    @Test
    void aComputedColumnOnTheOptionalSideIsComputedBeforeTheJoin() {
        Rel right = project(b, 2, field(0), literal(1));

        assertThat(sql(join(JOIN_TYPE_LEFT, a, right, plans.equal(field(0), field(2))), "p", "q", "r", "s"))
                .contains("LEFT JOIN (\n  SELECT \"b\".\"x\" AS \"c0\", 1 AS \"c1\"");
    }

    @Test
    void anAntiJoinIsNotExists() {
        assertThat(sql(join(JOIN_TYPE_LEFT_ANTI, a, b, plans.equal(field(0), field(2))), "x", "y"))
                .endsWith("""
                FROM [a] AS "a"
                WHERE NOT EXISTS (
                  SELECT 1 AS "c0"
                  FROM [b] AS "b"
                  WHERE "a"."x" = "b"."x"
                )""");
    }

    @Test
    void anOuterReferenceBecomesTheOuterTablesColumn() {
        Rel inner = filter(c, plans.and(plans.equal(field(0), outer(1, 0)), plans.equal(field(1), outer(2, 1))));
        Rel middle = filter(b, exists(inner));

        assertThat(sql(filter(a, exists(middle)), "x", "y"))
                .contains("\"c\".\"x\" = \"b\".\"x\"")
                .contains("\"c\".\"y\" = \"a\".\"y\"");
    }

    @Test
    void aSubqueryThatSeesAnAggregateSeesItAsAColumn() {
        Rel grouped = plans.sumBy(a, 1, 0);
        Rel correlated = filter(b, plans.equal(field(0), outer(1, 1)));

        assertThat(sql(filter(grouped, exists(correlated)), "k", "m"))
                .contains("max(\"a\".\"y\") AS \"c1\"")
                .contains("\".\"x\" = \"q\".\"c1\"");
    }

    @Test
    void aScalarSubqueryIsWrittenOnce() {
        Rel withSubquery = project(a, 2, scalar(plans.sumBy(b, 0)), field(1));

        String sql = sql(filter(withSubquery, plans.equal(field(0), field(1))), "s", "y");

        assertThat(sql.split("max\\(", -1)).hasSize(2);
    }

    @Test
    void aNestedBlockIsJoinedAsATable() {
        assertThat(sql(
                        join(JOIN_TYPE_INNER, plans.sumBy(a, 1, 0), b, plans.equal(field(0), field(2))),
                        "k",
                        "m",
                        "x",
                        "y"))
                .endsWith("""
                FROM (
                  SELECT "a"."x" AS "c0", max("a"."y") AS "c1"
                  FROM [a] AS "a"
                  GROUP BY "a"."x"
                ) AS "q",
                  [b] AS "b"
                WHERE "q"."c0" = "b"."x\"""");
    }

    @Test
    void aSubPlanThatOccursTwiceIsWrittenOnceWhateverItsScansAreNumbered() {
        Rel once = plans.sumBy(plans.table("a"), 1, 0);
        Rel again = plans.sumBy(plans.table("a"), 1, 0);

        assertThat(sql(union(once, again), "k", "m"))
                .startsWith("WITH \"common\" AS (")
                .containsOnlyOnce("GROUP BY")
                .contains("FROM \"common\" AS \"q\"", "FROM \"common\" AS \"q_2\"");
    }

    @Test
    void aJoinThatOccursTwiceUnderOtherConditionsIsNotShared() {
        Rel first = filter(cross(plans.table("a"), plans.table("b")), plans.equal(field(0), field(2)));
        Rel second = filter(cross(plans.table("a"), plans.table("b")), plans.equal(field(1), field(3)));

        assertThat(sql(union(first, second), "p", "q", "r", "s")).doesNotContain("WITH");
    }

    /** As with a WITH query that two derived tables join to the same table: TPC-DS q2 and q59. */
    @Test
    void whatIsInsideAJoinThatOccursTwiceUnderOtherConditionsIsShared() {
        Rel first =
                filter(cross(plans.sumBy(plans.table("a"), 1, 0), plans.table("b")), plans.equal(field(0), field(2)));
        Rel second =
                filter(cross(plans.sumBy(plans.table("a"), 1, 0), plans.table("b")), plans.equal(field(1), field(3)));

        assertThat(sql(union(first, second), "p", "q", "r", "s"))
                .startsWith("WITH \"common\" AS (")
                .containsOnlyOnce("GROUP BY")
                .contains("\"common\" AS \"q\"", "\"common\" AS \"q_2\"");
    }

    /** What is inside of it is written once. */
    @Test
    void onlyTheOutermostOfSharedSubPlansIsACommonTable() {
        Rel once = plans.sumBy(plans.sumBy(plans.table("a"), 1, 0), 1, 0);
        Rel again = plans.sumBy(plans.sumBy(plans.table("a"), 1, 0), 1, 0);

        assertThat(sql(union(once, again), "k", "m"))
                .startsWith("WITH \"common\" AS (")
                .containsOnlyOnce(" AS (\n");
    }

    @Test
    void aCorrelatedRelationIsLateral() {
        Rel right = limit(filter(b, plans.equal(field(0), outer(1, 0))), 1);
        Correlate left = Correlate.newBuilder().setKind(Correlate.Kind.LEFT).build();

        assertThat(sql(multi(left, a, right), "p", "q", "r", "s")).endsWith("""
                FROM [a] AS "a"
                LEFT JOIN LATERAL (
                  SELECT "b"."x" AS "c0", "b"."y" AS "c1"
                  FROM [b] AS "b"
                  WHERE "b"."x" = "a"."x"
                  LIMIT 1
                ) AS "q" ON TRUE""");
    }

    @Test
    void aPlanNestedVeryDeepIsLowered() {
        assertThat(sql(filter(a, deep(1_500)), "x", "y")).contains("WHERE");
    }

    private Expression condition(int number) {
        return plans.equal(field(0), literal(number));
    }

    private Expression deep(int levels) {
        Expression condition = condition(0);
        for (int i = 1; i < levels; i++) {
            condition = i % 2 == 0 ? plans.or(condition(i), condition) : plans.and(condition(i), condition);
        }
        return condition;
    }

    private String sql(Rel plan, String... names) {
        return plans.sql(plan, names)
                .replaceAll("read_parquet\\(\\['/lake/(\\w+)\\.parquet'\\], hive_partitioning = FALSE\\)", "[$1]");
    }
}

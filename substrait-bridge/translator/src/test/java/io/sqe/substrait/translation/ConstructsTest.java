package io.sqe.substrait.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.TableName;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.SqlExpression;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import io.sqe.substrait.testing.TestPlans;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What isthmus loses, mistakes or refuses, said right; each case names what its plan must contain. */
class ConstructsTest {
    private static final TestPlans PLANS = TestPlans.tpch();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            SELECT stddev(d) FROM types                                                    ; "name": "stddev_samp:fp64"
            SELECT var_pop(i) FROM types                                                   ; "name": "var_pop:fp64"
            SELECT sum(n) FROM types                                                       ; "precision": 38
            SELECT TIMESTAMP '2026-11-21 12:00:00.123456789' FROM types                    ; "1795262400123456789"
            SELECT tn FROM types WHERE tn > CAST('2026-11-21 12:00:00' AS TIMESTAMP(9))    ; "precision": 9
            SELECT sum(l) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM types ; "CURRENT_ROW"
            SELECT sum(l) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM types ; "TIES"
            SELECT sum(l) OVER (ORDER BY t RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) FROM types ; "microseconds:86400000000"
            SELECT sum(l) OVER (ORDER BY dt RANGE BETWEEN INTERVAL '3' MONTH PRECEDING AND CURRENT ROW) FROM types ; "months:3"
            SELECT sum(l) OVER (ORDER BY n RANGE BETWEEN 1.5 PRECEDING AND CURRENT ROW) FROM types ; "number:1.5"
            SELECT lag(l, 2, 0) OVER (ORDER BY i) FROM types                               ; "name": "lag:any_i32_any"
            SELECT last_value(l) IGNORE NULLS OVER (ORDER BY i) FROM types                 ; "IGNORE NULLS"
            SELECT sum(l) OVER (PARTITION BY s) FROM types                                 ; "name": "sum:i64"
            SELECT i, grouping(i) FROM types GROUP BY ROLLUP (i)                           ; "name": "grouping:any"
            SELECT count(DISTINCT (i, s)) FROM types                                       ; AGGREGATION_INVOCATION_DISTINCT
            SELECT count(DISTINCT i, s) FROM types                                         ; AGGREGATION_INVOCATION_DISTINCT
            SELECT sum(i) FILTER (WHERE b) FROM types                                      ; "filter":
            SELECT listagg(s, ',') WITHIN GROUP (ORDER BY i DESC) FROM types               ; SORT_DIRECTION_DESC
            SELECT string_agg(s, ',' ORDER BY i) FROM types                                ; SORT_DIRECTION_ASC
            SELECT array_agg(s ORDER BY i) FROM types                                      ; SORT_DIRECTION_ASC
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY d) FROM types               ; "name": "percentile_cont:any"
            SELECT any_value(s) FROM types                                                 ; "name": "any_value:any"
            SELECT approx_distinct(s) FROM types                                           ; "name": "approx_distinct:any"
            SELECT i FROM types WHERE l > ALL (SELECT n_nationkey FROM nation)             ; REDUCTION_OP_ANY
            SELECT i FROM types WHERE l <= SOME (SELECT n_nationkey FROM nation)           ; COMPARISON_OP_LE
            SELECT i FROM types WHERE (i, s) IN (SELECT n_nationkey, n_name FROM nation)   ; "inPredicate"
            SELECT (SELECT max(n_name) FROM nation WHERE n_nationkey = i) FROM types       ; "stepsOut": 1
            SELECT i FROM types WHERE NOT EXISTS (SELECT 1 FROM nation WHERE n_nationkey = i) ; PREDICATE_OP_EXISTS
            SELECT i, x FROM types CROSS JOIN UNNEST(a) AS u(x)                            ; "@type": "type.googleapis.com/sqe.fragment.v1.Unnest"
            SELECT i, x, o FROM types CROSS JOIN UNNEST(a) WITH ORDINALITY AS u(x, o)      ; "withOrdinality": true
            SELECT i, k, v FROM types CROSS JOIN UNNEST(m) AS u(k, v)                      ; "ENTRIES"
            SELECT i, q.c FROM types CROSS JOIN LATERAL (SELECT count(*) AS c FROM nation WHERE n_nationkey = i) q ; sqe.fragment.v1.Correlate
            WITH RECURSIVE r(k) AS (VALUES (1) UNION ALL SELECT k + 1 FROM r WHERE k < 5) SELECT * FROM r ; sqe.fragment.v1.RecursiveReference
            SELECT * FROM types TABLESAMPLE BERNOULLI(10)                                  ; sqe.fragment.v1.Sample
            SELECT i FROM types WHERE s ILIKE 'a%'                                         ; "name": "ilike:str_str"
            SELECT i FROM types WHERE s LIKE 'a#%' ESCAPE '#'                              ; "name": "like_escape:str_str_str"
            SELECT i FROM types WHERE s SIMILAR TO '(a|b)%'                                ; "name": "similar_to:str_str"
            SELECT regexp_like(s, 'a+') FROM types                                         ; "name": "regexp_like:str_str"
            SELECT a[1] FROM types                                                         ; "name": "subscript:list_i64"
            SELECT m['k'] FROM types                                                       ; "name": "map_subscript:map_any"
            SELECT cardinality(a) FROM types                                               ; "name": "cardinality:list"
            SELECT types.r.y FROM types                                                    ; "expression":
            SELECT ARRAY[1, i], MAP['a', l] FROM types                                     ; "keyValues"
            VALUES (1, 'a'), (2, NULL)                                                     ; "virtualTable"
            SELECT i FROM types INTERSECT ALL SELECT n_nationkey FROM nation               ; SET_OP_INTERSECTION_MULTISET_ALL
            SELECT i FROM types EXCEPT SELECT n_nationkey FROM nation                      ; SET_OP_MINUS_PRIMARY
            SELECT i FROM types ORDER BY i DESC NULLS FIRST, s LIMIT 3 OFFSET 2            ; SORT_DIRECTION_DESC_NULLS_FIRST
            SELECT i FROM types WHERE i IN (1, 2, 3)                                       ; "singularOrList"
            SELECT i FROM types WHERE i NOT IN (1, 2, 3)                                   ; "name": "not:bool"
            SELECT TRY_CAST(s AS INTEGER) FROM types                                       ; FAILURE_BEHAVIOR_RETURN_NULL
            SELECT CAST(s AS VARCHAR(3)) FROM types                                        ; "name": "substr:str_i64_i64"
            SELECT coalesce(s, 'x') FROM types                                             ; "name": "coalesce:any"
            SELECT extract(DOW FROM t), extract(WEEK FROM dt) FROM types                   ; "name": "day_of_week:any"
            SELECT trim(LEADING 'x' FROM s), position('a' IN s), overlay(s PLACING 'x' FROM 2) FROM types ; "name": "ltrim:str_str"
            SELECT floor(t TO MONTH) FROM types                                            ; "name": "date_trunc:str_any"
            SELECT date_trunc('month', t), date_add('day', 3, dt), date_diff('day', dt, t) FROM types ; "name": "date_diff:str_any_any"
            SELECT dt + INTERVAL '1' MONTH, dt - INTERVAL '2' DAY, (t - t) DAY FROM types ; "name": "subtract_datetimes:any_any"
            SELECT i / 2, n / 2, d / 2, i % 2, -i FROM types                               ; "name": "divide_integers:any_any"
            SELECT i FROM types LEFT JOIN nation ON n_nationkey = i AND n_name = s         ; JOIN_TYPE_LEFT
            SELECT i FROM types FULL JOIN nation ON n_nationkey = i                        ; JOIN_TYPE_OUTER
            SELECT s FROM types WHERE i BETWEEN 1 AND 5 OR i IS NULL                       ; "name": "gte:any_any"
            """)
    void says(String sql, String contained) {
        assertThat(json(PLANS, sql)).contains(contained);
    }

    @Test
    void aRowFilterIsABarrier() {
        PolicyEngine policy = new PolicyEngine() {
            @Override
            public TableAccess decide(Principal principal, TableName table, TableAction action) {
                return new TableAccess.Restricted(List.of(new SqlExpression("n_regionkey = 1")), Map.of(), Set.of());
            }

            @Override
            public String fingerprint(Principal principal) {
                return "test";
            }
        };
        assertThat(json(PLANS.under(policy), "SELECT n_name FROM nation"))
                .contains("type.googleapis.com/sqe.fragment.v1.SecurityBarrier");
    }

    @Test
    void everyScanHasANumberOfItsOwn() {
        assertThat(json(PLANS, "SELECT count(*) FROM nation x JOIN nation y ON x.n_nationkey = y.n_regionkey"))
                .contains("\"scan\": 1");
    }

    @Test
    void namesOfStructFieldsFollowTheColumns() {
        SubstraitPlan plan = translate(PLANS, "SELECT r AS pair, i AS number FROM types");
        assertThat(plan.message().getRelations(0).getRoot().getNamesList()).containsExactly("pair", "x", "y", "number");
    }

    @Test
    void whatHasNoTranslationIsNamed() {
        assertThatThrownBy(() -> translate(PLANS, "SELECT group_id() FROM types GROUP BY ROLLUP (i)"))
                .hasMessageContaining("group_id");
    }

    private static SubstraitPlan translate(TestPlans plans, String sql) {
        return new SubstraitTranslator().translate(plans.plan(sql));
    }

    private static String json(TestPlans plans, String sql) {
        return SubstraitJson.print(translate(plans, sql).message());
    }
}

package io.sqe.bench.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTextsTest {

    @Test
    void tpchHas22QueriesOfOneStatement() {
        assertThat(QueryTexts.tpch(1))
                .hasSize(22)
                .allSatisfy(query -> assertThat(query.statements()).hasSize(1));
    }

    @Test
    void tpcdsHas99QueriesAndFourOfThemHaveTwoStatements() {
        List<BenchQuery> queries = QueryTexts.tpcds();
        assertThat(queries).hasSize(99);
        assertThat(queries.stream().filter(query -> query.statements().size() == 2))
                .extracting(BenchQuery::id)
                .containsExactly("q14", "q23", "q24", "q39");
    }

    @Test
    void ssbHas13QueriesAndClickBench43() {
        assertThat(QueryTexts.ssb()).hasSize(13);
        assertThat(QueryTexts.clickbench())
                .hasSize(43)
                .last()
                .extracting(BenchQuery::id)
                .isEqualTo("q42");
    }

    @Test
    void theDialectsPartInOneQueryOnly() {
        assertThat(QueryTexts.clickbench())
                .filteredOn(query -> !query.statements()
                        .getFirst()
                        .sql()
                        .equals(query.statements().getFirst().peerSql()))
                .extracting(BenchQuery::id)
                .containsExactly("q28");
    }

    @Test
    void noTextHasWhatOnlySparkUnderstands() {
        assertThat(QueryTexts.tpcds())
                .flatExtracting(BenchQuery::statements)
                .extracting(BenchStatement::sql)
                .noneMatch(sql -> sql.contains("`"))
                .noneMatch(sql -> sql.matches("(?is).*interval \\d.*"));
    }

    @Test
    void intervalsAndQuotesBecomeStandard() {
        assertThat(SparkRewrites.toStandard("SELECT d + interval 60 days AS `60 days ` FROM t;\n"))
                .isEqualTo("SELECT d + INTERVAL '60' DAY AS \"60 days \" FROM t");
    }

    @Test
    void whatDecimalsAreDividedByAndAveragedIntoIsADouble() {
        assertThat(SparkRewrites.toStandard(
                        "SELECT a.year_total / b.year_total, sum(ws_x) * 100 / sum(sum(ws_x)) OVER (), x / 3"))
                .isEqualTo("SELECT CAST(a.year_total AS DOUBLE) / b.year_total, "
                        + "CAST(sum(ws_x) * 100 AS DOUBLE) / sum(sum(ws_x)) OVER (), x / 3e0");
        assertThat(SparkRewrites.toStandard("SELECT cast(a AS DECIMAL(15, 4)) / cast(b AS DECIMAL(15, 4))"))
                .isEqualTo("SELECT cast(a AS DOUBLE) / nullif(cast(b AS DECIMAL(15, 4)), 0)");
        assertThat(SparkRewrites.toStandard("SELECT avg(sum(x)) OVER (PARTITION BY y)"))
                .isEqualTo(
                        "SELECT CAST(sum(sum(x)) OVER (PARTITION BY y) AS DOUBLE) / count(sum(x)) OVER (PARTITION BY y)");
    }

    @Test
    void divisionsOfIntegersStay() {
        assertThat(textOf("q34")).contains("hd_dep_count / household_demographics.hd_vehicle_count");
        assertThat(textOf("q21")).contains("THEN inv_after / inv_before");
    }

    @Test
    void theQueriesWhoseQuotientsAndAveragesAreDoublesAreThoseThatTheRewritesList() {
        assertThat(QueryTexts.tpcds())
                .filteredOn(query ->
                        query.statements().stream().anyMatch(each -> each.sql().matches("(?s).*(AS DOUBLE|\\de0).*")))
                .extracting(BenchQuery::id)
                .map(id -> Integer.valueOf(id.substring(1)))
                .containsExactly(
                        1, 2, 4, 6, 11, 12, 20, 21, 23, 24, 30, 31, 32, 36, 44, 47, 49, 53, 54, 57, 58, 59, 61, 63, 65,
                        66, 74, 75, 81, 83, 89, 90, 92, 98);
        assertThat(QueryTexts.tpcds())
                .filteredOn(query ->
                        query.statements().stream().anyMatch(each -> each.sql().contains(" || ")))
                .extracting(BenchQuery::id)
                .containsExactly("q5", "q66", "q80", "q84");
    }

    private static String textOf(String id) {
        return QueryTexts.tpcds().stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .orElseThrow()
                .statements()
                .getFirst()
                .sql();
    }

    @Test
    void theShareOfTpchQ11IsSmallerTheMorePartsThereAre() {
        assertThat(tpchQ11(1)).contains("* 0.0001000000");
        assertThat(tpchQ11(10)).contains("* 0.0000100000");
        assertThat(tpchQ11(0.1)).contains("* 0.0010000000");
    }

    private static String tpchQ11(double scale) {
        return QueryTexts.tpch(scale).get(10).statements().getFirst().sql();
    }
}

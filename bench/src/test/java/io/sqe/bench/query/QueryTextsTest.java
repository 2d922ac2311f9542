package io.sqe.bench.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTextsTest {

    @Test
    void tpchHas22QueriesOfOneStatement() {
        assertThat(QueryTexts.tpch())
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
}

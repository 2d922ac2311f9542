package io.sqe.gateway.observation.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalSqlTest {

    @Test
    void spaceCaseAndCommentsDoNotChangeTheHashAndLiteralsDo() {
        String hash = NormalSql.hash("SELECT 1 FROM t");
        assertThat(NormalSql.hash("select  1 -- all\nfrom /* the */ T")).isEqualTo(hash);
        assertThat(NormalSql.hash("SELECT 2 FROM t")).isNotEqualTo(hash);
        assertThat(NormalSql.hash("SELECT 'a'")).isNotEqualTo(NormalSql.hash("SELECT 'A'"));
    }

    @Test
    void literalsAreReplacedByWhatTheyWere() {
        assertThat(
                        NormalSql.withoutLiterals(
                                "SELECT * FROM t1 WHERE mail = 'ann@example.com' AND \"n 1\" > 7 AND s = 'it''s' AND c='4111 1111 1111 1111'"))
                .isEqualTo(
                        "SELECT * FROM t1 WHERE mail = '[REDACTED:EMAIL]' AND \"n 1\" > [REDACTED:NUMBER] AND s = '[REDACTED:TEXT]' AND c = '[REDACTED:CARD]'");
    }

    @Test
    void unfinishedLiteralsAreReplacedToo() {
        assertThat(NormalSql.withoutLiterals("SELECT 'secret")).isEqualTo("SELECT '[REDACTED:TEXT]'");
        assertThat(NormalSql.withoutLiterals("SELECT 1 /* secret")).isEqualTo("SELECT [REDACTED:NUMBER]");
    }

    @Test
    void fullTextStillLosesPersonalData() {
        assertThat(NormalSql.withoutPersonalData(
                        "SELECT 'ann@example.com', '078-05-1120', '+1 (555) 010-0100', 1234567890123456"))
                .isEqualTo("SELECT '[REDACTED:EMAIL]', '[REDACTED:SSN]', '[REDACTED:PHONE]', 1234567890123456");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(SELECT 1) UNION SELECT 2 | QUERY",
                "/* x */ with a as (select 1) select * from a | QUERY",
                "create or replace table t as select 1 | CTAS",
                "CREATE TABLE t (a INT) | DDL",
                "explain analyze select 1 | EXPLAIN",
                "DESCRIBE t | SHOW",
                "USE lake.main | SESSION",
                "FROBNICATE | OTHER"
            })
    void typeIsToldByTheFirstWords(String sql, StatementType type) {
        assertThat(StatementType.of(sql)).isEqualTo(type);
    }
}

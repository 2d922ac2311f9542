package io.sqe.cli.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.statement.SqlToken.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLexerTest {

    @Test
    void tokensCoverTheText() {
        String sql = "SELECT a1, 'it''s; -- no' FROM \"T;x\" /* ; */ -- end\n WHERE b >= 1.5e3;";

        assertThat(SqlLexer.tokens(sql).stream().map(token -> token.in(sql)))
                .containsExactly(
                        "SELECT",
                        " ",
                        "a1",
                        ",",
                        " ",
                        "'it''s; -- no'",
                        " ",
                        "FROM",
                        " ",
                        "\"T;x\"",
                        " ",
                        "/* ; */",
                        " ",
                        "-- end\n",
                        " ",
                        "WHERE",
                        " ",
                        "b",
                        " ",
                        ">",
                        "=",
                        " ",
                        "1.5e3",
                        ";");
    }

    @Test
    void aQuoteInACommentOpensNothing() {
        assertThat(kinds("-- it's\n1")).containsExactly(Kind.COMMENT, Kind.NUMBER);
        assertThat(kinds("/*'*/'*/'")).containsExactly(Kind.COMMENT, Kind.STRING);
        assertThat(kinds("/*/ 1 */2")).containsExactly(Kind.COMMENT, Kind.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT ';",
                "SELECT 1; SELECT 2",
                "SELECT \"a;",
                "/* ; ",
                "SELECT 1 -- ;",
                "SELECT 1 /* ; */"
            })
    void moreMustFollow(String sql) {
        assertThat(SqlLexer.endsWithinStatement(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "SELECT 1;", "SELECT 1; -- done", "SELECT ';' ; /* bye */ ", "-- nothing"})
    void nothingNeedFollow(String sql) {
        assertThat(SqlLexer.endsWithinStatement(sql)).isFalse();
    }

    private static List<Kind> kinds(String sql) {
        return SqlLexer.tokens(sql).stream().map(SqlToken::kind).toList();
    }
}

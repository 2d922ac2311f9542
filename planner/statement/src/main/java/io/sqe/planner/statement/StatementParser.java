package io.sqe.planner.statement;

import io.sqe.planner.statement.grammar.SqeParser;
import io.sqe.planner.statement.grammar.SqeParserConstants;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformance;

/** Reads one statement. */
public final class StatementParser {
    /** What of SQL's variants is read and bound: as much as Calcite's Babel, but grouping is strict. */
    public static final SqlConformance CONFORMANCE = new Conformance();

    private static final Pattern WORD = Pattern.compile("\"[A-Z][A-Z_]+\"");
    private static final int IDENTIFIER_LENGTH_MAX = 1_024;
    private static final SqlParser.Config CONFIG = SqlParser.config()
            .withParserFactory(SqeParser.FACTORY)
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withCaseSensitive(false)
            .withIdentifierMaxLength(IDENTIFIER_LENGTH_MAX)
            .withConformance(CONFORMANCE);

    private StatementParser() {}

    /**
     * The statement in the text, which may end in semicolons.
     *
     * @throws PlannerException if there is none, or more than one
     */
    public static Statement parse(String sql) {
        SqlNodeList statements = read(sql, SqlParser::parseStmtList);
        return switch (statements.size()) {
            case 0 -> throw new PlannerException.SyntaxError("There is no statement. Write one.", TextSpan.START);
            case 1 -> withText(Statement.of(statements.get(0)), sql);
            default ->
                throw new PlannerException.SyntaxError(
                        "There is more than one statement. Send them one by one.", TextSpan.of(statements.get(1)));
        };
    }

    /** The words that the grammar knows, in upper case and in order. */
    public static List<String> keywords() {
        return Arrays.stream(SqeParserConstants.tokenImage)
                .filter(image -> WORD.matcher(image).matches())
                .map(image -> image.substring(1, image.length() - 1))
                .sorted()
                .toList();
    }

    private static Statement withText(Statement statement, String sql) {
        return statement instanceof Statement.CreateView view ? view.withText(sql) : statement;
    }

    /** An expression of its own, such as a policy holds. */
    public static SqlNode expression(String sql) {
        return read(sql, SqlParser::parseExpression);
    }

    private static <T> T read(String sql, Reading<T> reading) {
        NestingDepth.check(sql);
        try {
            return reading.read(SqlParser.create(sql, CONFIG));
        } catch (SqlParseException failure) {
            throw SyntaxErrors.of(sql, failure);
        }
    }

    /** What to read with the parser. */
    private interface Reading<T> {
        T read(SqlParser parser) throws SqlParseException;
    }
}

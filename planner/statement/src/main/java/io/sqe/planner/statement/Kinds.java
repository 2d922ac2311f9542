package io.sqe.planner.statement;

import static io.sqe.planner.statement.grammar.SqeParserConstants.*;

import java.util.Arrays;
import java.util.BitSet;

/** A set of kinds of words. */
final class Kinds {
    /** After these a name or an expression begins, and nothing else can. All are punctuation, or words that are never names. */
    static final Kinds WANTING_OPERAND = of(
            LPAREN,
            LBRACKET,
            COMMA,
            DOT,
            EQ,
            NE,
            NE2,
            LT,
            GT,
            LE,
            GE,
            PLUS,
            MINUS,
            SLASH,
            PERCENT_REMAINDER,
            CONCAT,
            LAMBDA,
            NAMED_ARGUMENT_ASSIGNMENT,
            SELECT,
            DISTINCT,
            WHERE,
            AND,
            OR,
            NOT,
            ON,
            BY,
            AS,
            FROM,
            JOIN,
            INTO,
            HAVING,
            WHEN,
            THEN,
            ELSE,
            CASE,
            BETWEEN,
            IN,
            LIKE,
            ESCAPE,
            USING,
            TABLE,
            WITH,
            RECURSIVE,
            EXISTS,
            QUALIFY,
            TO,
            FOR,
            SET,
            DESCRIBE,
            BOTH,
            LEADING,
            TRAILING,
            SYMMETRIC,
            ASYMMETRIC);

    /** What may follow an alias, and follows no word that is syntax. */
    static final Kinds AFTER_ALIAS = of(
            EOF, SEMICOLON, COMMA, RPAREN, FROM, WHERE, GROUP, HAVING, ORDER, UNION, EXCEPT, INTERSECT, JOIN, INNER,
            LEFT, RIGHT, FULL, CROSS, NATURAL, ON, USING, LIMIT, OFFSET, FETCH);

    /** As {@link #AFTER_ALIAS}, where a statement that ends early must not read as a complete one. */
    static final Kinds AFTER_ALIAS_WITHIN = AFTER_ALIAS.without(EOF, SEMICOLON, RPAREN);

    /** What goes on with an expression, or ends it, after a name. */
    static final Kinds AFTER_NAME = AFTER_ALIAS.with(
            RBRACKET,
            LBRACKET,
            DOT,
            EQ,
            NE,
            NE2,
            LT,
            GT,
            LE,
            GE,
            SLASH,
            PERCENT_REMAINDER,
            CONCAT,
            AS,
            AND,
            OR,
            IS,
            IN,
            NOT,
            BETWEEN,
            LIKE,
            INFIX_CAST,
            THEN,
            WHEN,
            ELSE,
            END,
            ASC,
            DESC,
            NULLS);

    static final Kinds SIGNS = of(PLUS, MINUS);
    static final Kinds COUNTS = of(UNSIGNED_INTEGER_LITERAL, HOOK);
    static final Kinds TIME_UNITS = of(
            YEAR,
            YEARS,
            QUARTER,
            QUARTERS,
            MONTH,
            MONTHS,
            WEEK,
            WEEKS,
            DAY,
            DAYS,
            HOUR,
            HOURS,
            MINUTE,
            MINUTES,
            SECOND,
            SECONDS,
            MILLISECOND,
            MICROSECOND,
            NANOSECOND,
            DECADE,
            CENTURY,
            MILLENNIUM);
    static final Kinds TYPES = of(
            DOUBLE, BIGINT, BOOLEAN, CHAR, CHARACTER, DECIMAL, FLOAT, INT, INTEGER, NUMERIC, REAL, SMALLINT, TINYINT,
            VARBINARY, VARCHAR, DATETIME);

    private final BitSet members;

    private Kinds(BitSet members) {
        this.members = members;
    }

    static Kinds of(int... kinds) {
        var members = new BitSet();
        Arrays.stream(kinds).forEach(members::set);
        return new Kinds(members);
    }

    boolean contain(int kind) {
        return members.get(kind);
    }

    Kinds with(int... kinds) {
        var members = (BitSet) this.members.clone();
        members.or(of(kinds).members);
        return new Kinds(members);
    }

    private Kinds without(int... kinds) {
        var members = (BitSet) this.members.clone();
        members.andNot(of(kinds).members);
        return new Kinds(members);
    }
}

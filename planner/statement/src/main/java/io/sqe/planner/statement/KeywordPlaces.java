package io.sqe.planner.statement;

import static io.sqe.planner.statement.grammar.SqeParserConstants.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the words that SQL does not reserve, and Calcite's grammar does, are syntax. Everywhere else they are names, as in Trino.
 *
 * <p>A word that begins a clause, such as LIMIT, is one after anything complete, and a name where an expression must begin. A word that
 * takes arguments, such as SUBSTRING, is syntax before its bracket.
 */
final class KeywordPlaces {
    private static final Kinds TIME_TRAVEL = Kinds.of(VERSION, SYSTEM_VERSION, TIMESTAMP, SYSTEM_TIME);
    private static final Kinds FRAME_PARTS = Kinds.of(BETWEEN, AND, ROWS, RANGE, GROUPS, EXCLUDE);
    private static final Kinds COUNTED_BY = Kinds.of(OFFSET, FIRST, NEXT);
    private static final Kinds WHOLE_SETS = Kinds.of(UNION, INTERSECT, EXCEPT, SET_MINUS, LIMIT);
    private static final Kinds TYPE_ENDINGS = Kinds.of(QUOTED_STRING, LPAREN, PRECISION, VARYING, SET);
    private static final Kinds COLLECTION_BRACKETS = Kinds.of(LBRACKET, LPAREN);
    private static final Kinds LATERAL_TABLES = Kinds.of(LPAREN, TABLE, UNNEST);
    private static final Kinds WITHOUT_WHAT = Kinds.of(TIME, WRAPPER, ARRAY, IMPLEMENTATION);

    private static final Map<Integer, Predicate<Place>> SYNTAX = new HashMap<>();

    static {
        only(place -> false, "NEW STREAM USER SESSION_USER SYSTEM_USER CURRENT_ROW");
        only(place -> false, "CURRENT_DEFAULT_TRANSFORM_GROUP CURRENT_TRANSFORM_GROUP_FOR_TYPE");
        only(
                KeywordPlaces::takesArguments,
                "NULLIF POSITION SUBSTRING TRY_CAST SAFE_CAST COALESCE CONVERT CEIL CEILING FLOOR");
        only(
                KeywordPlaces::takesArguments,
                "ELEMENT TRANSLATE OVERLAY PERCENTILE_CONT PERCENTILE_DISC UNIQUE SOME CURSOR PERIOD");
        only(
                KeywordPlaces::takesArguments,
                "JSON_ARRAYAGG JSON_OBJECTAGG ARRAY_MAX_CARDINALITY MATCH_NUMBER MATCH_RECOGNIZE PERMUTE");
        only(KeywordPlaces::takesArguments, "SAFE_OFFSET SAFE_ORDINAL ORDINAL");
        only(
                KeywordPlaces::isClause,
                "QUALIFY TO TABLESAMPLE COLLATE OVERLAPS EQUALS PRECEDES SUCCEEDS EXTEND MINUS MATCH_CONDITION");
        only(place -> isClause(place) || place.after(TO) || place.after(OF), "SIMILAR MEMBER SUBMULTISET");
        only(KeywordPlaces::isBeforeCall, "SPECIFIC FINAL RUNNING");

        only(KeywordPlaces::beginsStatement, "CALL MERGE EXPLAIN UPSERT");
        only(place -> beginsStatement(place) || (place.before(1, THEN) && place.after(SET)), "UPDATE");
        only(KeywordPlaces::isAssignment, "SET");
        only(place -> beginsStatement(place) || place.startsWith(ALTER), "RESET");

        only(KeywordPlaces::isEndOfQuery, "LIMIT");
        only(place -> isEndOfQuery(place) || (place.before(1, LBRACKET) && takesArguments(place)), "OFFSET");
        only(place -> !place.wantsOperand() && (place.after(FIRST) || place.after(NEXT)), "FETCH");
        only(
                place -> place.before(1, FETCH) || place.before(1, TO) || takesArguments(place) || isSequence(place),
                "NEXT");
        only(place -> place.before(1, ROW) || place.before(1, ROWS), "ONLY");

        only(place -> !place.wantsOperand() && place.next(2) == AS, "WINDOW");
        only(place -> (place.before(1, RPAREN) || place.before(1, NULLS)) && !place.after(Kinds.AFTER_ALIAS), "OVER");
        only(place -> place.after(LPAREN) && place.next(2) == WHERE, "FILTER");
        only(place -> place.after(GROUP) || place.after(DISTINCT), "WITHIN");
        only(place -> place.after(BY), "PARTITION");
        only(place -> isCounted(place) || isFrame(place), "ROWS");
        only(KeywordPlaces::isFrame, "RANGE");
        only(place -> (place.after(ROW) && place.before(FRAME_PARTS)) || isSequence(place), "CURRENT");

        only(KeywordPlaces::isQuantifier, "ALL");
        only(place -> isTimeTravel(place) || place.before(1, MEMBER) || place.before(1, SUBMULTISET), "OF");
        only(place -> place.before(1, FOR), "SYSTEM_TIME");
        only(KeywordPlaces::isTruthValue, "UNKNOWN");
        only(place -> place.after(WITHOUT_WHAT), "WITHOUT");
        only(place -> !place.wantsOperand() && place.after(JOIN), "ASOF");
        only(place -> place.after(LATERAL_TABLES) || isBeforeCall(place), "LATERAL");
        only(place -> place.after(NOT) || place.after(EXISTS), "IF");
        only(place -> place.before(1, BETWEEN) && !isFollowedAsName(place), "SYMMETRIC ASYMMETRIC");
        only(
                place -> place.before(1, LPAREN) && place.opener() == TRIM && !isFollowedAsName(place),
                "BOTH LEADING TRAILING");

        only(place -> place.before(1, CURRENT) || isCounted(place) || takesArguments(place), "ROW");
        only(place -> beginsCollection(place) || (place.after(LT) && place.wantsType()) || isOfJson(place), "ARRAY");
        only(place -> beginsCollection(place) || isClause(place), "MULTISET");
        only(KeywordPlaces::isInterval, "INTERVAL");
        only(KeywordPlaces::isDefault, "DEFAULT");
        only(place -> takesArguments(place) || place.wantsType(), "ANY");
        only(place -> place.before(Kinds.TYPES), "UNSIGNED");
        only(
                KeywordPlaces::isType,
                "DOUBLE BIGINT BOOLEAN CHAR CHARACTER DECIMAL FLOAT INT INTEGER NUMERIC REAL SMALLINT TINYINT");
        only(KeywordPlaces::isType, "VARBINARY VARCHAR DATETIME");
    }

    private KeywordPlaces() {}

    /** Whether the word is a name at this place, though a keyword elsewhere. */
    static boolean isName(int word, Place place) {
        Predicate<Place> syntax = SYNTAX.get(word);
        return syntax != null && (place.isNamed(word) || !syntax.test(place));
    }

    private static void only(Predicate<Place> places, String words) {
        List<String> images = Arrays.asList(tokenImage);
        for (String word : words.split(" ")) {
            int kind = images.indexOf('"' + word + '"');
            if (kind < 0 || SYNTAX.put(kind, places) != null) {
                throw new IllegalStateException("Not a word of the grammar, or twice in the list: " + word);
            }
        }
    }

    private static boolean takesArguments(Place place) {
        return place.after(LPAREN);
    }

    private static boolean isBeforeCall(Place place) {
        return place.next(2) == LPAREN && !place.after(Kinds.AFTER_NAME) && !place.declaresColumns();
    }

    private static boolean isClause(Place place) {
        return !place.wantsOperand() && !place.after(Kinds.AFTER_ALIAS);
    }

    private static boolean isEndOfQuery(Place place) {
        return !place.wantsOperand() && !place.after(Kinds.AFTER_ALIAS_WITHIN);
    }

    private static boolean isFollowedAsName(Place place) {
        return place.after(Kinds.AFTER_NAME) && !place.after(FROM);
    }

    private static boolean beginsStatement(Place place) {
        return place.isHead() && !place.before(1, LPAREN);
    }

    /** SET of a session, UPDATE … SET a = 1, WHEN MATCHED THEN UPDATE SET. */
    private static boolean isAssignment(Place place) {
        return beginsStatement(place)
                || (place.before(1, UPDATE) && place.before(2, THEN))
                || (!place.wantsOperand() && place.next(2) == EQ)
                || isClause(place);
    }

    /** Whether it begins a frame: right after the bracket, or after something complete. */
    private static boolean isFrame(Place place) {
        return place.wantsOperand()
                ? place.before(1, LPAREN) && (place.opener() == OVER || place.opener() == AS)
                : !place.after(Kinds.AFTER_ALIAS);
    }

    /** OFFSET 5 ROWS, FETCH FIRST 5 ROWS, FETCH FIRST ROW; and ONE ROW PER MATCH. */
    private static boolean isCounted(Place place) {
        boolean afterCount = Kinds.COUNTS.contain(place.before(1)) && COUNTED_BY.contain(place.before(2));
        boolean afterFirst =
                (place.before(1, FIRST) || place.before(1, NEXT)) && (place.before(2, FETCH) || place.before(2, TO));
        return afterCount || afterFirst || place.after(PER);
    }

    /** NEXT VALUE FOR, which is refused by its name. */
    private static boolean isSequence(Place place) {
        return place.after(VALUE) && place.next(2) == FOR;
    }

    private static boolean isTimeTravel(Place place) {
        return place.before(1, AS) && TIME_TRAVEL.contain(place.before(2));
    }

    /** UNION ALL, LIMIT ALL, GROUP BY ALL, = ALL (…), SELECT ALL x, count(ALL x). */
    private static boolean isQuantifier(Place place) {
        boolean first = place.before(1, SELECT) || (place.before(1, LPAREN) && !place.declaresColumns());
        return WHOLE_SETS.contain(place.before(1))
                || (place.before(1, BY) && place.before(2, GROUP))
                || takesArguments(place)
                || place.next(2) == PER
                || (first && !place.after(Kinds.AFTER_NAME));
    }

    private static boolean isTruthValue(Place place) {
        return place.before(1, IS)
                || (place.before(1, NOT) && place.before(2, IS))
                || (place.after(ON) && place.next(2) == ERROR);
    }

    private static boolean isType(Place place) {
        return place.wantsType() || place.after(TYPE_ENDINGS);
    }

    /** ARRAY[1], ARRAY(INTEGER); INTEGER ARRAY, VARCHAR(3) ARRAY, DECIMAL(3, 1) ARRAY. */
    private static boolean beginsCollection(Place place) {
        boolean hasLength = place.before(1, RPAREN) && place.before(2, UNSIGNED_INTEGER_LITERAL);
        return place.after(COLLECTION_BRACKETS)
                || place.before(Kinds.TYPES)
                || (hasLength && (Kinds.TYPES.contain(place.before(4)) || Kinds.TYPES.contain(place.before(6))))
                || (!place.wantsOperand() && (place.isInCast() || place.declaresColumns()));
    }

    private static boolean isOfJson(Place place) {
        return place.after(WRAPPER) || place.before(1, EMPTY) || place.before(1, JSON);
    }

    private static boolean isInterval(Place place) {
        int value = Kinds.SIGNS.contain(place.next(1)) ? 2 : 1;
        return place.next(value) == QUOTED_STRING
                || takesArguments(place)
                || Kinds.TIME_UNITS.contain(place.next(1))
                || Kinds.TIME_UNITS.contain(place.next(value + 1));
    }

    /** A column's DEFAULT and what follows it, or the whole of a value that is inserted. */
    private static boolean isDefault(Place place) {
        boolean wholeValue = place.after(COMMA) || place.after(RPAREN);
        boolean inserted = place.startsWith(INSERT) && (place.opener() == VALUES || place.opener() == COMMA);
        return place.before(1, NAMED_ARGUMENT_ASSIGNMENT)
                || (wholeValue && inserted && place.wantsOperand())
                || isClause(place);
    }
}

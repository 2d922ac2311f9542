package io.sqe.planner.parameter;

import io.sqe.planner.statement.Statement;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the values of a query's parameters, apart from their types, mean nothing to whoever binds it: each is an operand of a
 * comparison, of arithmetic or of a cast, in a select list, WHERE, HAVING or ON. What is not known to be such a place is none.
 */
final class ParameterPlaces {

    private ParameterPlaces() {}

    /** Whether a statement is planned the same whatever values of the same types it is given. */
    static boolean takeAnyValue(Statement statement) {
        return statement instanceof Statement.Query(SqlNode query) && isFreeQuery(query);
    }

    private static boolean isFreeQuery(SqlNode query) {
        return switch (query) {
            case SqlSelect select -> isFreeSelect(select);
            case SqlOrderBy ordered ->
                isFreeQuery(ordered.query)
                        && hasNone(ordered.orderList)
                        && hasNone(ordered.offset)
                        && hasNone(ordered.fetch);
            case SqlWith with ->
                with.withList.stream().allMatch(ParameterPlaces::isFreeQuery) && isFreeQuery(with.body);
            case SqlWithItem item -> isFreeQuery(item.query);
            case SqlCall call
            when SqlKind.SET_QUERY.contains(call.getKind()) ->
                call.getOperandList().stream().allMatch(ParameterPlaces::isFreeQuery);
            default -> hasNone(query);
        };
    }

    private static boolean isFreeSelect(SqlSelect select) {
        return isFree(select.getSelectList())
                && isFreeRelation(select.getFrom())
                && isFree(select.getWhere())
                && isFree(select.getHaving())
                && isFree(select.getQualify())
                && hasNone(select.getGroup())
                && hasNone(select.getWindowList())
                && hasNone(select.getOrderList())
                && hasNone(select.getOffset())
                && hasNone(select.getFetch());
    }

    private static boolean isFreeRelation(@Nullable SqlNode relation) {
        return switch (relation) {
            case SqlJoin join ->
                isFreeRelation(join.getLeft()) && isFreeRelation(join.getRight()) && isFree(join.getCondition());
            case SqlCall call
            when call.getKind() == SqlKind.AS ->
                isFreeRelation(call.operand(0))
                        && call.getOperandList().stream().skip(1).allMatch(ParameterPlaces::hasNone);
            case SqlNode node when SqlKind.QUERY.contains(node.getKind()) -> isFreeQuery(node);
            case null, default -> hasNone(relation);
        };
    }

    private static boolean isFree(@Nullable SqlNode expression) {
        return switch (expression) {
            case SqlNodeList list -> list.stream().allMatch(ParameterPlaces::isFree);
            case SqlNode node when SqlKind.QUERY.contains(node.getKind()) -> isFreeQuery(node);
            case SqlCall call
            when call.getKind() == SqlKind.OVER -> isFree(call.operand(0)) && hasNone(call.operand(1));
            case SqlCall call
            when takesValues(call) -> call.getOperandList().stream().allMatch(ParameterPlaces::isValueOrFree);
            case SqlCall call
            when isSeenThrough(call) -> call.getOperandList().stream().allMatch(ParameterPlaces::isFree);
            case null, default -> hasNone(expression);
        };
    }

    private static boolean isValueOrFree(@Nullable SqlNode operand) {
        return operand instanceof SqlDynamicParam
                || (operand instanceof SqlNodeList list
                        ? list.stream().allMatch(ParameterPlaces::isValueOrFree)
                        : isFree(operand));
    }

    /** Whether a parameter may be an operand. An escape character makes a pattern one that is looked at. */
    private static boolean takesValues(SqlCall call) {
        return switch (call.getKind()) {
            case EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM,
                    BETWEEN,
                    IN,
                    NOT_IN,
                    CAST,
                    SAFE_CAST -> true;
            case LIKE -> call.operandCount() == 2;
            case PLUS, MINUS, TIMES, DIVIDE ->
                call.getOperandList().stream().noneMatch(SqlIntervalLiteral.class::isInstance);
            default -> false;
        };
    }

    /** Whether an expression with parameters may be an operand, though a parameter may not. */
    private static boolean isSeenThrough(SqlCall call) {
        return switch (call.getKind()) {
            case AND,
                    OR,
                    NOT,
                    AS,
                    IS_NULL,
                    IS_NOT_NULL,
                    IS_TRUE,
                    IS_NOT_TRUE,
                    IS_FALSE,
                    IS_NOT_FALSE,
                    IS_UNKNOWN,
                    EXISTS,
                    SCALAR_QUERY,
                    FILTER -> true;
            default ->
                call.getKind() == SqlKind.CASE
                        || (call instanceof SqlBasicCall && call.getOperator() instanceof SqlFunction);
        };
    }

    private static boolean hasNone(@Nullable SqlNode node) {
        if (node == null) {
            return true;
        }
        var looking = new SqlBasicVisitor<Void>() {
            private boolean found;

            @Override
            public Void visit(SqlDynamicParam placeholder) {
                found = true;
                return super.visit(placeholder);
            }
        };
        node.accept(looking);
        return !looking.found;
    }
}

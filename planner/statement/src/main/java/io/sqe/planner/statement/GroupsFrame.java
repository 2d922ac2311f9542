package io.sqe.planner.statement;

import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlPostfixOperator;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** Marks the order of a window whose frame counts groups of peers, for which Calcite's windows have no word. */
public final class GroupsFrame {
    /** Stands around the first order expression of such a window. */
    public static final SqlOperator MARKER = new SqlPostfixOperator(
            "GROUPS", SqlKind.OTHER, 20, ReturnTypes.ARG0, InferTypes.RETURN_TYPE, OperandTypes.ANY);

    private GroupsFrame() {}

    /** The order with the mark on it. Without an order every row is one group, as it is for RANGE. */
    public static SqlNodeList mark(SqlNodeList order) {
        if (order.isEmpty()) {
            return order;
        }
        var marked = new SqlNodeList(order, order.getParserPosition());
        marked.set(0, marked(order.get(0)));
        return marked;
    }

    private static SqlNode marked(SqlNode order) {
        return switch (order.getKind()) {
            case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
                var call = (org.apache.calcite.sql.SqlCall) order;
                yield call.getOperator().createCall(order.getParserPosition(), List.of(marked(call.operand(0))));
            }
            default -> MARKER.createCall(order.getParserPosition(), order);
        };
    }
}

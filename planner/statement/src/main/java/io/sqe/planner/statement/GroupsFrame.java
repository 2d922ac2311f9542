package io.sqe.planner.statement;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.jspecify.annotations.Nullable;

/**
 * Marks the order of a window whose frame counts groups of peers, for which Calcite's windows have no word. The mark stands for the number
 * of a row's group; a RANGE frame over these numbers is the GROUPS frame.
 */
public final class GroupsFrame {
    /** Stands around the order's expression. */
    public static final SqlFunction MARKER = new SqlFunction(
            "GROUPS_OF_PEERS",
            SqlKind.OTHER_FUNCTION,
            ReturnTypes.BIGINT,
            null,
            OperandTypes.ANY,
            SqlFunctionCategory.SYSTEM);

    private GroupsFrame() {}

    /** The order with the mark on it, unless the frame's bounds count nothing: then it is what RANGE means. */
    public static SqlNodeList mark(SqlNodeList order, SqlNode lower, @Nullable SqlNode upper) {
        if (!isCount(lower) && (upper == null || !isCount(upper))) {
            return order;
        }
        if (order.size() != 1) {
            throw new PlannerException.Unsupported(
                    "A GROUPS frame that counts without exactly one ORDER BY expression", TextSpan.of(lower));
        }
        return new SqlNodeList(List.of(marked(order.get(0))), order.getParserPosition());
    }

    private static boolean isCount(SqlNode bound) {
        return bound instanceof SqlCall;
    }

    private static SqlNode marked(SqlNode order) {
        return switch (order.getKind()) {
            case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
                var call = (SqlCall) order;
                yield call.getOperator().createCall(order.getParserPosition(), List.of(marked(call.operand(0))));
            }
            default -> MARKER.createCall(order.getParserPosition(), order);
        };
    }
}

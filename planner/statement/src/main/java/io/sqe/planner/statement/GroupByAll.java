package io.sqe.planner.statement;

import java.util.Arrays;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.parser.SqlParserPos;

/** GROUP BY ALL: every item of the select list that has no aggregate. */
public final class GroupByAll {
    private static final SqlOperator MARKER = new SqlSpecialOperator("GROUP BY ALL", SqlKind.OTHER);

    private GroupByAll() {}

    /** Whether ALL is followed by none of the grouping's own terms. */
    public static boolean isAhead(boolean all, int next, int... followers) {
        return all && Arrays.stream(followers).anyMatch(follower -> follower == next);
    }

    public static SqlNodeList at(SqlParserPos position) {
        return new SqlNodeList(java.util.List.of(MARKER.createCall(position)), position);
    }

    /** Whether a GROUP BY is this one. */
    public static boolean isIn(SqlNodeList grouping) {
        return grouping.size() == 1 && isMarker(grouping.get(0));
    }

    private static boolean isMarker(SqlNode node) {
        return node instanceof SqlCall call && call.getOperator().equals(MARKER);
    }
}

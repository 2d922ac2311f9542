package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** How many sets a GROUP BY asks for when it is written out: a CUBE doubles them with every term. */
final class GroupingSets {
    /** As many as Trino allows by default. */
    private static final int SETS_MAX = 2_048;

    private GroupingSets() {}

    static void check(SqlNodeList group) {
        if (product(group) > SETS_MAX) {
            throw new PlannerException.TooComplex(
                    "Cannot plan the statement: its GROUP BY asks for more than %,d sets. Name those that are wanted with GROUPING SETS."
                            .formatted(SETS_MAX),
                    TextSpan.of(group));
        }
    }

    /** At most 2 to the 32nd, so that neither a sum nor a product of capped counts overflows. */
    private static long count(SqlNode term) {
        return switch (term.getKind()) {
            case CUBE -> 1L << Math.min(size(term), Integer.SIZE);
            case ROLLUP -> size(term) + 1L;
            case GROUPING_SETS ->
                ((SqlCall) term)
                        .getOperandList().stream()
                                .mapToLong(GroupingSets::count)
                                .reduce(0, (sum, sets) -> capped(sum + sets));
            default -> 1;
        };
    }

    private static long product(SqlNodeList group) {
        return group.stream().mapToLong(GroupingSets::count).reduce(1, (product, sets) -> capped(product * sets));
    }

    private static long capped(long sets) {
        return Math.min(sets, SETS_MAX + 1L);
    }

    private static int size(SqlNode term) {
        return ((SqlCall) term).operandCount();
    }
}

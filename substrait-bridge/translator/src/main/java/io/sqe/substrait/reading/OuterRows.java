package io.sqe.substrait.reading;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;

/** The rows that an expression can see: its own, and around each subquery that it is in, one more. */
final class OuterRows {
    private final List<Row> rows = new ArrayList<>();

    /** What is read while the row is the innermost one. */
    <T> Seen<T> seeing(RelDataType row, Supplier<T> reading) {
        Row own = new Row(row);
        rows.add(own);
        try {
            return new Seen<>(reading.get(), ImmutableSet.copyOf(own.variables));
        } finally {
            rows.removeLast();
        }
    }

    /** The type of the innermost row. */
    RelDataType own() {
        if (rows.isEmpty()) {
            throw Refusals.malformed("it refers to a column where there is no row");
        }
        return rows.getLast().type;
    }

    /** The row so many subqueries around the innermost one. */
    RexNode outer(int stepsOut, RelOptCluster cluster) {
        int index = rows.size() - 1 - stepsOut;
        if (stepsOut < 1 || index < 0) {
            throw Refusals.malformed("it refers to a row %d subqueries out, where there is none".formatted(stepsOut));
        }
        Row row = rows.get(index);
        if (row.variables.isEmpty()) {
            row.variables.add(cluster.createCorrel());
        }
        return cluster.getRexBuilder()
                .makeCorrel(row.type, row.variables.iterator().next());
    }

    /**
     * What was read over a row.
     *
     * @param variables by which subqueries in it refer to the row
     */
    record Seen<T>(T read, ImmutableSet<CorrelationId> variables) {}

    private static final class Row {
        private final RelDataType type;
        private final Set<CorrelationId> variables = new HashSet<>();

        Row(RelDataType type) {
            this.type = type;
        }
    }
}

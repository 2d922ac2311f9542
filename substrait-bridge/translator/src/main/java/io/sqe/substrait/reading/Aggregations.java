package io.sqe.substrait.reading;

import io.sqe.function.SubstraitName;
import io.substrait.proto.AggregateFunction.AggregationInvocation;
import io.substrait.proto.AggregationPhase;
import org.apache.calcite.sql.SqlAggFunction;

/** What aggregates and window functions have in common. */
final class Aggregations {
    private Aggregations() {}

    static SqlAggFunction function(SubstraitName name) {
        if (StandardFunctions.operator(name) instanceof SqlAggFunction function) {
            return function;
        }
        throw Refusals.malformed("%s is no function of many rows".formatted(name.name()));
    }

    /** Parts of aggregations come together on other machines, which is ours to arrange. */
    static void requireWhole(AggregationPhase phase) {
        boolean isWhole = phase == AggregationPhase.AGGREGATION_PHASE_INITIAL_TO_RESULT
                || phase == AggregationPhase.AGGREGATION_PHASE_UNSPECIFIED;
        if (!isWhole) {
            throw Refusals.unsupported("a part of an aggregation");
        }
    }

    static boolean isDistinct(AggregationInvocation invocation) {
        return switch (invocation) {
            case AGGREGATION_INVOCATION_DISTINCT -> true;
            case AGGREGATION_INVOCATION_ALL, AGGREGATION_INVOCATION_UNSPECIFIED -> false;
            case UNRECOGNIZED -> throw Refusals.unsupported("this kind of aggregation");
        };
    }
}

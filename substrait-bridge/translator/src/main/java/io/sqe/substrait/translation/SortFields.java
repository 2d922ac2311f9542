package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.SortField;
import io.substrait.proto.SortField.SortDirection;
import java.util.List;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;

/** Translates orderings. */
final class SortFields {
    private SortFields() {}

    static List<SortField> of(RelCollation collation) {
        return collation.getFieldCollations().stream().map(SortFields::of).toList();
    }

    private static SortField of(RelFieldCollation field) {
        return of(References.column(field.getFieldIndex()), field.direction, field.nullDirection);
    }

    static SortField of(Expression expression, Direction direction, NullDirection nulls) {
        return SortField.newBuilder()
                .setExpr(expression)
                .setDirection(direction(direction, nulls))
                .build();
    }

    /** Nulls come last unless said otherwise, as in Trino. */
    private static SortDirection direction(Direction direction, NullDirection nulls) {
        boolean nullsFirst = nulls == NullDirection.FIRST;
        return switch (direction) {
            case ASCENDING, STRICTLY_ASCENDING ->
                nullsFirst ? SortDirection.SORT_DIRECTION_ASC_NULLS_FIRST : SortDirection.SORT_DIRECTION_ASC_NULLS_LAST;
            case DESCENDING, STRICTLY_DESCENDING ->
                nullsFirst
                        ? SortDirection.SORT_DIRECTION_DESC_NULLS_FIRST
                        : SortDirection.SORT_DIRECTION_DESC_NULLS_LAST;
            case CLUSTERED -> SortDirection.SORT_DIRECTION_CLUSTERED;
        };
    }
}

package io.sqe.substrait.reading;

import io.substrait.proto.SortField;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;

/** Reads which way something is sorted. */
final class SortOrder {
    private SortOrder() {}

    static RelFieldCollation of(SortField field, int column) {
        if (field.hasComparisonFunctionReference()) {
            throw Refusals.unsupported("sorting by a function that compares");
        }
        return switch (field.getDirection()) {
            case SORT_DIRECTION_ASC_NULLS_FIRST ->
                new RelFieldCollation(column, Direction.ASCENDING, NullDirection.FIRST);
            case SORT_DIRECTION_ASC_NULLS_LAST ->
                new RelFieldCollation(column, Direction.ASCENDING, NullDirection.LAST);
            case SORT_DIRECTION_DESC_NULLS_FIRST ->
                new RelFieldCollation(column, Direction.DESCENDING, NullDirection.FIRST);
            case SORT_DIRECTION_DESC_NULLS_LAST ->
                new RelFieldCollation(column, Direction.DESCENDING, NullDirection.LAST);
            case SORT_DIRECTION_CLUSTERED, SORT_DIRECTION_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusals.unsupported("sorting in direction " + field.getDirection());
        };
    }
}

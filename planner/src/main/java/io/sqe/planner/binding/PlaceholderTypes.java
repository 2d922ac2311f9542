package io.sqe.planner.binding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;

/** What the validator found out about the placeholders of a statement. */
final class PlaceholderTypes {
    private final Map<Integer, RelDataType> types = new HashMap<>();

    Optional<RelDataType> find(int placeholder) {
        return Optional.ofNullable(types.get(placeholder));
    }

    /** Learns from a query that was validated. */
    void collect(SqlNode query, SqlValidator validator) {
        query.accept(new SqlBasicVisitor<Void>() {
            @Override
            public Void visit(SqlDynamicParam placeholder) {
                RelDataType type = validator.getValidatedNodeTypeIfKnown(placeholder);
                if (type != null) {
                    types.putIfAbsent(placeholder.getIndex(), type);
                }
                return super.visit(placeholder);
            }
        });
    }
}

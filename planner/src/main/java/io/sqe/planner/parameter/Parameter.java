package io.sqe.planner.parameter;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;

/** What one placeholder stands for. */
public sealed interface Parameter {

    ColumnType type();

    /** A value, in the encoding of {@link Literal}. */
    record Value(Literal literal) implements Parameter {
        @Override
        public ColumnType type() {
            return literal.type();
        }
    }

    /** NULL, of some type. */
    record Null(ColumnType type) implements Parameter {}

    static Parameter of(ColumnType type, Object value) {
        return new Value(new Literal(type, value));
    }
}

package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Cast.FailureBehavior;
import io.substrait.proto.Type;

/** Makes conversions between types. */
final class Casts {
    private Casts() {}

    static Expression to(Type type, Expression input) {
        return of(type, input, FailureBehavior.FAILURE_BEHAVIOR_THROW_EXCEPTION);
    }

    /** A conversion that gives null where it fails. */
    static Expression tryTo(Type type, Expression input) {
        return of(type, input, FailureBehavior.FAILURE_BEHAVIOR_RETURN_NULL);
    }

    private static Expression of(Type type, Expression input, FailureBehavior onFailure) {
        return Expression.newBuilder()
                .setCast(Expression.Cast.newBuilder()
                        .setType(type)
                        .setInput(input)
                        .setFailureBehavior(onFailure))
                .build();
    }
}

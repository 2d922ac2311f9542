package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.FieldReference;
import io.substrait.proto.Expression.ReferenceSegment;

/** Makes references to columns and to fields of structs. */
final class References {
    private References() {}

    /** A column of the input. */
    static Expression column(int index) {
        return of(FieldReference.newBuilder()
                .setRootReference(FieldReference.RootReference.getDefaultInstance())
                .setDirectReference(struct(index)));
    }

    /** A column of a row outside of the subquery. */
    static Expression outer(int index, int stepsOut) {
        return of(FieldReference.newBuilder()
                .setOuterReference(FieldReference.OuterReference.newBuilder().setStepsOut(stepsOut))
                .setDirectReference(struct(index)));
    }

    /** A field of a struct. */
    static Expression field(Expression struct, int index) {
        return of(FieldReference.newBuilder().setExpression(struct).setDirectReference(struct(index)));
    }

    private static ReferenceSegment.Builder struct(int index) {
        return ReferenceSegment.newBuilder()
                .setStructField(ReferenceSegment.StructField.newBuilder().setField(index));
    }

    private static Expression of(FieldReference.Builder reference) {
        return Expression.newBuilder().setSelection(reference).build();
    }
}

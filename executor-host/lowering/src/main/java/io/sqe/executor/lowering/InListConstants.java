package io.sqe.executor.lowering;

import io.substrait.proto.Expression;

/** Writes the members of an IN list: long lists of whole numbers go without the cast that fixes a constant's type. */
final class InListConstants {

    private InListConstants() {}

    /** The comparison finds the common type by itself, and whole numbers mean the same in each. */
    static String text(Expression option, Value value) {
        if (!option.hasLiteral()) {
            return value.sql();
        }
        return switch (option.getLiteral().getLiteralTypeCase()) {
            case I8 -> Integer.toString(option.getLiteral().getI8());
            case I16 -> Integer.toString(option.getLiteral().getI16());
            case I32 -> Integer.toString(option.getLiteral().getI32());
            case I64 -> Long.toString(option.getLiteral().getI64());
            default -> value.sql();
        };
    }
}

package io.sqe.executor.lowering;

import io.substrait.proto.Type;
import java.util.List;

/**
 * An expression of engine SQL and what must be known to place it.
 *
 * @param sql its text
 * @param shape what may stand around it
 * @param traits bits of {@link Trait}
 * @param type the plan's type
 * @param digits of a decimal: no value of it has more; 0 means as many as its type. The engine's type may be narrower than the
 *     plan's if this is set
 */
record Value(String sql, Shape shape, int traits, Type type, int digits) {

    Value(String sql, Shape shape, int traits, Type type) {
        this(sql, shape, traits, type, 0);
    }

    /** What stands around a text without changing its meaning. */
    enum Shape {
        /** A column of a table in FROM. */
        COLUMN,
        /** A constant. */
        LITERAL,
        /** Closed in itself, such as a call. */
        CALL,
        /** Needs parentheses inside another expression. */
        OPERATION
    }

    /** What is in an expression, however deep. */
    enum Trait {
        AGGREGATE(1),
        WINDOW(2),
        SUBQUERY(4),
        /** Differs each time it is evaluated. */
        VOLATILE(8),
        /** Can raise an error that depends on its input. */
        MAY_FAIL(16);

        private final int bit;

        Trait(int bit) {
            this.bit = bit;
        }

        int bit() {
            return bit;
        }
    }

    static Value column(String tableAlias, String name, Type type) {
        return new Value(Quoting.name(tableAlias) + '.' + Quoting.name(name), Shape.COLUMN, 0, type);
    }

    static Value literal(String sql, Type type) {
        return new Value(sql, Shape.LITERAL, 0, type);
    }

    static Value call(String sql, Type type, List<Value> parts) {
        return new Value(sql, Shape.CALL, traitsOf(parts), type);
    }

    static Value operation(String sql, Type type, List<Value> parts) {
        return new Value(sql, Shape.OPERATION, traitsOf(parts), type);
    }

    static int traitsOf(List<Value> parts) {
        int traits = 0;
        for (var part : parts) {
            traits |= part.traits;
        }
        return traits;
    }

    Value with(Trait trait) {
        return new Value(sql, shape, traits | trait.bit(), type, digits);
    }

    Value typed(Type newType) {
        return new Value(sql, shape, traits, newType);
    }

    /** The same value, of which more is known than its type. */
    Value ofDigits(int most) {
        return new Value(sql, shape, traits, type, most);
    }

    boolean has(Trait trait) {
        return (traits & trait.bit()) != 0;
    }

    boolean isColumn() {
        return shape == Shape.COLUMN;
    }

    /** The text as an argument of an operator. */
    String inner() {
        return shape == Shape.OPERATION ? '(' + sql + ')' : sql;
    }

    /** Whether writing it twice means, and costs, the same as writing it once. */
    boolean mayRepeat() {
        return !has(Trait.SUBQUERY) && !has(Trait.VOLATILE);
    }
}

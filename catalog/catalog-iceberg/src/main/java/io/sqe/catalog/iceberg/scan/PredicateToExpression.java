package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.iceberg.table.IcebergValues;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes a predicate as an Iceberg expression that is true wherever the predicate may be true.
 *
 * <p>Negations are pushed to the leaves first: what cannot be said to Iceberg becomes "always true", which is safe only where
 * nothing negates it. Two places differ from Iceberg's own reading, because the engine's SQL differs: NaN is greater than every
 * number and equal to itself, while bounds leave it out; and -0.0 equals 0.0, while Iceberg orders them.
 */
final class PredicateToExpression {
    private final Schema schema;
    private final Uuids uuids;

    /** Of columns as this schema names them. Columns it does not have are left open. */
    PredicateToExpression(Schema schema, Uuids uuids) {
        this.schema = schema;
        this.uuids = uuids;
    }

    /** Whether Iceberg may be asked about UUIDs. */
    enum Uuids {
        /** Whether they are equal, which partitions are asked. */
        EQUAL,
        /** Not where bounds are compared. */
        NOT_AT_ALL
    }

    /** Keeps at least the rows for which the predicate is true. */
    Expression keep(ScanPredicate predicate) {
        return switch (predicate) {
            case ScanPredicate.True() -> Expressions.alwaysTrue();
            case ScanPredicate.False() -> Expressions.alwaysFalse();
            case ScanPredicate.And(var left, var right) -> Expressions.and(keep(left), keep(right));
            case ScanPredicate.Or(var left, var right) -> Expressions.or(keep(left), keep(right));
            case ScanPredicate.Not(var operand) -> keepNot(operand);
            case ScanPredicate.Compare(int id, Comparison comparison, Literal literal) ->
                compare(id, comparison, literal);
            case ScanPredicate.In(int id, List<Literal> literals) ->
                literals.stream()
                        .map(literal -> compare(id, Comparison.EQUAL, literal))
                        .reduce(Expressions.alwaysFalse(), Expressions::or);
            case ScanPredicate.IsNull(int id) -> ofColumn(id, (name, _) -> Expressions.isNull(name));
            case ScanPredicate.StartsWith(int id, String prefix) -> ofText(id, name -> startsWith(name, prefix));
        };
    }

    /** Keeps at least the rows for which the predicate is false. */
    private Expression keepNot(ScanPredicate predicate) {
        return switch (predicate) {
            case ScanPredicate.True() -> Expressions.alwaysFalse();
            case ScanPredicate.False() -> Expressions.alwaysTrue();
            case ScanPredicate.And(var left, var right) -> Expressions.or(keepNot(left), keepNot(right));
            case ScanPredicate.Or(var left, var right) -> Expressions.and(keepNot(left), keepNot(right));
            case ScanPredicate.Not(var operand) -> keep(operand);
            case ScanPredicate.Compare(int id, Comparison comparison, Literal literal) ->
                compare(id, opposite(comparison), literal);
            case ScanPredicate.In(int id, List<Literal> literals) ->
                literals.stream()
                        .map(literal -> compare(id, Comparison.NOT_EQUAL, literal))
                        .reduce(Expressions.alwaysTrue(), Expressions::and);
            case ScanPredicate.IsNull(int id) -> ofColumn(id, (name, _) -> Expressions.notNull(name));
            case ScanPredicate.StartsWith(int id, String prefix) -> ofText(id, name -> notStartsWith(name, prefix));
        };
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Comparison.NOT_EQUAL;
            case NOT_EQUAL -> Comparison.EQUAL;
            case LESS -> Comparison.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Comparison.GREATER;
            case GREATER -> Comparison.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Comparison.LESS;
        };
    }

    private Expression compare(int fieldId, Comparison comparison, Literal literal) {
        return ofColumn(fieldId, (name, type) -> switch (literal.type()) {
            case ColumnType.FloatType() -> {
                float value = (Float) literal.value();
                yield floating(name, comparison, value, value == 0 ? -0.0f : value, value == 0 ? 0.0f : value);
            }
            case ColumnType.DoubleType() -> {
                double value = (Double) literal.value();
                yield floating(name, comparison, value, value == 0 ? -0.0 : value, value == 0 ? 0.0 : value);
            }
            case ColumnType.UuidType() -> uuid(name, type, comparison, (UUID) literal.value());
            default -> exact(name, type, comparison, literal);
        });
    }

    private static Expression exact(String name, Type type, Comparison comparison, Literal literal) {
        org.apache.iceberg.expressions.Literal<?> value = IcebergValues.icebergLiteral(literal);
        return value.to(type) == null ? Expressions.alwaysTrue() : leaf(operation(comparison), name, value);
    }

    /** Iceberg compares UUIDs as two signed numbers, bounds and SQL compare their bytes: see {@link UuidsAsBytes}. */
    private Expression uuid(String name, Type type, Comparison comparison, UUID value) {
        if (type.typeId() == Type.TypeID.FIXED) {
            return leaf(operation(comparison), name, Expressions.lit(UuidsAsBytes.bytes(value)));
        }
        return comparison == Comparison.EQUAL && uuids == Uuids.EQUAL
                ? Expressions.equal(name, value)
                : Expressions.alwaysTrue();
    }

    private static <T> Expression floating(String name, Comparison comparison, double value, T low, T high) {
        if (Double.isNaN(value)) {
            return Expressions.alwaysTrue();
        }
        return switch (comparison) {
            case EQUAL ->
                Expressions.and(Expressions.greaterThanOrEqual(name, low), Expressions.lessThanOrEqual(name, high));
            case NOT_EQUAL -> Expressions.alwaysTrue();
            case LESS -> Expressions.lessThan(name, high);
            case LESS_OR_EQUAL -> Expressions.lessThanOrEqual(name, high);
            case GREATER -> Expressions.or(Expressions.greaterThan(name, low), Expressions.isNaN(name));
            case GREATER_OR_EQUAL -> Expressions.or(Expressions.greaterThanOrEqual(name, low), Expressions.isNaN(name));
        };
    }

    /**
     * Iceberg compares the length of a prefix in UTF-16 units with a partition's width in code points, so that it skips too much
     * where the two differ. Letters outside of the basic plane are left to the reader.
     */
    private static Expression startsWith(String name, String prefix) {
        int plain = 0;
        while (plain < prefix.length() && !Character.isSurrogate(prefix.charAt(plain))) {
            plain++;
        }
        return Expressions.startsWith(name, prefix.substring(0, plain));
    }

    private static Expression notStartsWith(String name, String prefix) {
        boolean plain = prefix.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
        return plain ? Expressions.notStartsWith(name, prefix) : Expressions.alwaysTrue();
    }

    private static <T> Expression leaf(
            Expression.Operation operation, String name, org.apache.iceberg.expressions.Literal<T> value) {
        return Expressions.predicate(operation, name, value);
    }

    private static Expression.Operation operation(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Expression.Operation.EQ;
            case NOT_EQUAL -> Expression.Operation.NOT_EQ;
            case LESS -> Expression.Operation.LT;
            case LESS_OR_EQUAL -> Expression.Operation.LT_EQ;
            case GREATER -> Expression.Operation.GT;
            case GREATER_OR_EQUAL -> Expression.Operation.GT_EQ;
        };
    }

    private Expression ofText(int fieldId, java.util.function.Function<String, Expression> expression) {
        return ofColumn(
                fieldId,
                (name, type) ->
                        type.typeId() == Type.TypeID.STRING ? expression.apply(name) : Expressions.alwaysTrue());
    }

    /** Files have no statistics that hold for a column inside a list or map, and such a column cannot be bound. */
    private Expression ofColumn(int fieldId, BiFunction<String, Type, Expression> expression) {
        Types.@Nullable NestedField field = schema.findField(fieldId);
        if (field == null || schema.accessorForField(fieldId) == null) {
            return Expressions.alwaysTrue();
        }
        return expression.apply(schema.findColumnName(fieldId), field.type());
    }
}

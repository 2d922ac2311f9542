package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.iceberg.table.IcebergValues;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import java.util.List;
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

    /** Of columns as this schema names them. Columns it does not have are left open. */
    PredicateToExpression(Schema schema) {
        this.schema = schema;
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
            case ScanPredicate.StartsWith(int id, String prefix) ->
                ofText(id, name -> Expressions.startsWith(name, prefix));
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
            case ScanPredicate.StartsWith(int id, String prefix) ->
                ofText(id, name -> Expressions.notStartsWith(name, prefix));
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
            case ColumnType.FloatType() -> floating(name, comparison, ((Float) literal.value()).doubleValue());
            case ColumnType.DoubleType() -> floating(name, comparison, (Double) literal.value());
            default -> exact(name, type, comparison, literal);
        });
    }

    private static Expression exact(String name, Type type, Comparison comparison, Literal literal) {
        org.apache.iceberg.expressions.Literal<?> value = IcebergValues.icebergLiteral(literal);
        return value.to(type) == null ? Expressions.alwaysTrue() : leaf(operation(comparison), name, value);
    }

    private static Expression floating(String name, Comparison comparison, double value) {
        if (Double.isNaN(value)) {
            return Expressions.alwaysTrue();
        }
        double low = value == 0 ? -0.0 : value;
        double high = value == 0 ? 0.0 : value;
        return switch (comparison) {
            case EQUAL ->
                value == 0
                        ? Expressions.and(
                                Expressions.greaterThanOrEqual(name, low), Expressions.lessThanOrEqual(name, high))
                        : Expressions.equal(name, value);
            case NOT_EQUAL -> Expressions.alwaysTrue();
            case LESS -> Expressions.lessThan(name, high);
            case LESS_OR_EQUAL -> Expressions.lessThanOrEqual(name, high);
            case GREATER -> Expressions.or(Expressions.greaterThan(name, low), Expressions.isNaN(name));
            case GREATER_OR_EQUAL -> Expressions.or(Expressions.greaterThanOrEqual(name, low), Expressions.isNaN(name));
        };
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

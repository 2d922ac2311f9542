package io.sqe.planner.pruning;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import io.sqe.catalog.scan.ScanPredicate.False;
import io.sqe.catalog.scan.ScanPredicate.True;
import io.sqe.planner.pruning.ColumnTerm.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * Turns conditions over a table's columns into a predicate that files can be skipped by. Of a condition that it cannot say in full it
 * says a weaker one, which is true wherever the condition is.
 */
final class Pruning {
    private static final ScanPredicate NOTHING_KNOWN = new True();

    private final List<Column> columns;

    private Pruning(List<Column> columns) {
        this.columns = columns;
    }

    static ScanPredicate of(List<Column> columns, List<RexNode> conditions) {
        var pruning = new Pruning(columns);
        return conditions.stream().map(pruning::weaker).reduce(NOTHING_KNOWN, Pruning::both);
    }

    static ScanPredicate both(ScanPredicate left, ScanPredicate right) {
        if (left instanceof True || right instanceof False) {
            return right;
        }
        return right instanceof True || left instanceof False ? left : new ScanPredicate.And(left, right);
    }

    static ScanPredicate either(ScanPredicate left, ScanPredicate right) {
        if (left instanceof True || right instanceof False) {
            return left;
        }
        return right instanceof True || left instanceof False ? right : new ScanPredicate.Or(left, right);
    }

    /** A predicate that is true wherever the condition is. */
    private ScanPredicate weaker(RexNode condition) {
        if (condition.isAlwaysFalse()) {
            return new False();
        }
        return switch (condition) {
            case RexCall call -> weaker(call);
            case RexInputRef reference -> compare(reference, Comparison.EQUAL, true);
            default -> NOTHING_KNOWN;
        };
    }

    private ScanPredicate weaker(RexCall call) {
        return switch (call.getKind()) {
            case AND -> call.getOperands().stream().map(this::weaker).reduce(NOTHING_KNOWN, Pruning::both);
            case OR -> anyOf(call.getOperands().stream().map(this::weaker).toList());
            case NOT -> negated(call.getOperands().getFirst());
            case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
                comparison(call, comparison(call.getKind()));
            case IS_NULL ->
                ifColumn(call.getOperands().getFirst(), column -> new ScanPredicate.IsNull(column.fieldId()));
            case IS_NOT_NULL ->
                ifColumn(
                        call.getOperands().getFirst(),
                        column -> new ScanPredicate.Not(new ScanPredicate.IsNull(column.fieldId())));
            case IS_TRUE -> weaker(call.getOperands().getFirst());
            case LIKE -> like(call);
            case BETWEEN -> both(side(call, 1, Comparison.GREATER_OR_EQUAL), side(call, 2, Comparison.LESS_OR_EQUAL));
            default -> NOTHING_KNOWN;
        };
    }

    /** One of several; equalities of one column, which is what IN is bound to, become one list. */
    private static ScanPredicate anyOf(List<ScanPredicate> predicates) {
        List<Literal> literals = new ArrayList<>();
        int fieldId = predicates.getFirst() instanceof ScanPredicate.Compare first ? first.fieldId() : -1;
        for (ScanPredicate predicate : predicates) {
            if (predicate instanceof ScanPredicate.Compare(int field, Comparison comparison, Literal literal)
                    && comparison == Comparison.EQUAL
                    && field == fieldId) {
                literals.add(literal);
            }
        }
        return literals.size() == predicates.size()
                ? new ScanPredicate.In(fieldId, literals)
                : predicates.stream().reduce(new False(), Pruning::either);
    }

    private ScanPredicate side(RexCall between, int operand, Comparison comparison) {
        return compare(
                between.getOperands().getFirst(),
                comparison,
                Constants.of(between.getOperands().get(operand)));
    }

    /** NOT goes inwards, since the negation of a weaker condition is a stronger one. */
    private ScanPredicate negated(RexNode operand) {
        return switch (operand) {
            case RexInputRef reference -> compare(reference, Comparison.EQUAL, false);
            case RexCall call -> negated(call);
            default -> NOTHING_KNOWN;
        };
    }

    private ScanPredicate negated(RexCall call) {
        return switch (call.getKind()) {
            case AND -> call.getOperands().stream().map(this::negated).reduce(new False(), Pruning::either);
            case OR -> call.getOperands().stream().map(this::negated).reduce(NOTHING_KNOWN, Pruning::both);
            case NOT -> weaker(call.getOperands().getFirst());
            case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
                comparison(call, negation(comparison(call.getKind())));
            default -> NOTHING_KNOWN;
        };
    }

    private ScanPredicate comparison(RexCall call, Comparison comparison) {
        RexNode left = call.getOperands().get(0);
        RexNode right = call.getOperands().get(1);
        Optional<Constant> constant = Constants.of(right);
        return constant.isPresent()
                ? compare(left, comparison, constant)
                : compare(right, mirrored(comparison), Constants.of(left));
    }

    private ScanPredicate compare(RexNode operand, Comparison comparison, Optional<Constant> constant) {
        return constant.flatMap(value ->
                        ColumnTerm.of(operand, columns).map(term -> ColumnComparison.of(term, comparison, value)))
                .orElse(NOTHING_KNOWN);
    }

    private ScanPredicate compare(RexInputRef reference, Comparison comparison, boolean value) {
        Column column = columns.get(reference.getIndex());
        return column.type() instanceof ColumnType.BooleanType
                ? new ScanPredicate.Compare(column.fieldId(), comparison, new Literal(column.type(), value))
                : NOTHING_KNOWN;
    }

    private ScanPredicate like(RexCall like) {
        return field(like.getOperands().getFirst())
                .filter(Pruning::isText)
                .flatMap(column -> LikePrefix.of(like).map(prefix -> prefix.over(column)))
                .orElse(NOTHING_KNOWN);
    }

    private static boolean isText(Column column) {
        return column.type() instanceof ColumnType.StringType;
    }

    private Optional<Column> field(RexNode node) {
        return ColumnTerm.of(node, columns)
                .filter(term -> term.part() == Part.WHOLE)
                .map(ColumnTerm::column);
    }

    private ScanPredicate ifColumn(RexNode node, Function<Column, ScanPredicate> predicate) {
        return field(node).map(predicate).orElse(NOTHING_KNOWN);
    }

    private static Comparison comparison(SqlKind kind) {
        return switch (kind) {
            case EQUALS -> Comparison.EQUAL;
            case NOT_EQUALS -> Comparison.NOT_EQUAL;
            case LESS_THAN -> Comparison.LESS;
            case LESS_THAN_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
            case GREATER_THAN -> Comparison.GREATER;
            case GREATER_THAN_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
            default -> throw new IllegalArgumentException("No comparison: " + kind);
        };
    }

    private static Comparison negation(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Comparison.NOT_EQUAL;
            case NOT_EQUAL -> Comparison.EQUAL;
            case LESS -> Comparison.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Comparison.GREATER;
            case GREATER -> Comparison.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Comparison.LESS;
        };
    }

    private static Comparison mirrored(Comparison comparison) {
        return switch (comparison) {
            case EQUAL, NOT_EQUAL -> comparison;
            case LESS -> Comparison.GREATER;
            case LESS_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
            case GREATER -> Comparison.LESS;
            case GREATER_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
        };
    }
}

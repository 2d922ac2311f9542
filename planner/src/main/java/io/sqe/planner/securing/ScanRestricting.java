package io.sqe.planner.securing;

import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.binding.ColumnTypes;
import io.sqe.planner.binding.PolicyExpressions;
import io.sqe.planner.binding.ScanRestriction;
import io.sqe.planner.binding.ScanTable;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import io.sqe.policy.decision.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Restricts one scan.
 * <pre>
 *                              Project(masks, visible columns)
 *   Scan(visible columns)  =>    RowFilter(row filters)
 *                                  Scan(stored columns)
 * </pre>
 * <p>Filters and masks read stored values, hidden columns included. An expression that cannot be bound closes the table.
 */
final class ScanRestricting {
    private final PolicyExpressions expressions;

    ScanRestricting(PolicyExpressions expressions) {
        this.expressions = expressions;
    }

    RelNode restrict(TableScan scan, ScanTable table) {
        BoundTable bound = Objects.requireNonNull(table.unwrap(BoundTable.class));
        ScanRestriction restriction = Objects.requireNonNull(table.unwrap(ScanRestriction.class));
        return restriction.isNone() ? scan : new OneScan(scan, table, bound, restriction).restrict();
    }

    /** One scan with what there is to do to it. */
    private final class OneScan {
        private final TableScan scan;
        private final ScanTable table;
        private final BoundTable bound;
        private final ScanRestriction restriction;
        private final RexBuilder rex;
        private final RelDataType storedRow;

        OneScan(TableScan scan, ScanTable table, BoundTable bound, ScanRestriction restriction) {
            this.scan = scan;
            this.table = table;
            this.bound = bound;
            this.restriction = restriction;
            this.rex = scan.getCluster().getRexBuilder();
            this.storedRow = ColumnTypes.toRow(bound.metadata().schema().columns());
        }

        RelNode restrict() {
            List<Integer> masked =
                    restriction.masks().keySet().stream().sorted().toList();
            List<RexNode> policy = bindPolicy(masked);
            int filters = restriction.rowFilters().size();
            Map<Integer, RexNode> masks = IntStream.range(0, masked.size())
                    .boxed()
                    .collect(Collectors.toMap(masked::get, i -> policy.get(filters + i)));
            RelNode stored = LogicalTableScan.create(scan.getCluster(), table.withRowType(storedRow), scan.getHints());
            return project(filter(stored, policy.subList(0, filters)), masks);
        }

        private List<RexNode> bindPolicy(List<Integer> masked) {
            List<SqlExpression> texts = Stream.concat(
                            restriction.rowFilters().stream(),
                            masked.stream()
                                    .map(column -> Objects.requireNonNull(
                                            restriction.masks().get(column))))
                    .toList();
            return expressions
                    .bind(texts, bound, storedRow, restriction.namesInPolicy())
                    .orElseThrow(this::unusablePolicy);
        }

        private RelNode filter(RelNode stored, List<RexNode> filters) {
            if (!filters.stream().allMatch(filter -> filter.getType().getSqlTypeName() == SqlTypeName.BOOLEAN)) {
                throw unusablePolicy();
            }
            return filters.isEmpty() ? stored : RowFilter.above(stored, RexUtil.composeConjunction(rex, filters));
        }

        private RelNode project(RelNode filtered, Map<Integer, RexNode> masks) {
            List<RelDataTypeField> visible = scan.getRowType().getFieldList();
            List<RexNode> columns = new ArrayList<>();
            for (RelDataTypeField stored : storedRow.getFieldList()) {
                if (!restriction.hidden().contains(stored.getIndex())) {
                    RelDataType type = visible.get(columns.size()).getType();
                    RexNode mask = masks.get(stored.getIndex());
                    columns.add(mask == null ? RexInputRef.of(stored.getIndex(), storedRow) : masked(mask, type));
                }
            }
            return LogicalProject.create(
                    filtered, List.of(), columns, scan.getRowType().getFieldNames(), java.util.Set.of());
        }

        /** The mask as a value of its column. One of another kind of type is refused: its cast could fail, and tell. */
        private RexNode masked(RexNode mask, RelDataType type) {
            SqlTypeName from = mask.getType().getSqlTypeName();
            if (from != SqlTypeName.NULL
                    && from.getFamily() != type.getSqlTypeName().getFamily()) {
                throw unusablePolicy();
            }
            return rex.ensureType(type, mask, true);
        }

        private PlannerException unusablePolicy() {
            return new PlannerException.AccessDenied(
                    "Cannot read table %s: its policy cannot be applied. Ask whoever keeps the policy to correct it."
                            .formatted(bound.name()),
                    TextSpan.START);
        }
    }
}

package io.sqe.planner.securing;

import io.sqe.planner.binding.BoundFiles;
import io.sqe.planner.binding.ScanTable;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.schema.TransientTable;

/** Finds every scan of a plan, those of sub-queries inside expressions too. */
final class ScanSecuring extends RelHomogeneousShuttle {
    private final ScanRestricting restricting;
    private final RexShuttle subQueries = new SubQuerySecuring();

    ScanSecuring(ScanRestricting restricting) {
        this.restricting = restricting;
    }

    @Override
    public RelNode visit(RelNode node) {
        return node instanceof TableScan scan ? secure(scan) : super.visit(node).accept(subQueries);
    }

    private RelNode secure(TableScan scan) {
        ScanTable table = scan.getTable().unwrap(ScanTable.class);
        if (table != null) {
            return table.unwrap(BoundFiles.class) == null ? restricting.restrict(scan, table) : scan;
        }
        if (scan.getTable().unwrap(TransientTable.class) == null) {
            throw new IllegalStateException("A plan scans something that was not bound: " + scan.getTable());
        }
        return scan;
    }

    /** Secures the plans of sub-queries. */
    private final class SubQuerySecuring extends RexShuttle {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
            var operandsSecured = (RexSubQuery) super.visitSubQuery(subQuery);
            return operandsSecured.clone(operandsSecured.rel.accept(ScanSecuring.this));
        }
    }
}

package io.sqe.substrait.testing;

import io.sqe.catalog.TableMetadata;
import io.sqe.planner.binding.BoundTable;
import java.util.function.Supplier;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.jspecify.annotations.Nullable;

/** A table each of whose scans is numbered. */
final class ScannedTable extends AbstractTable implements TranslatableTable {
    private final TableMetadata metadata;
    private final Supplier<BoundTable> nextScan;

    ScannedTable(TableMetadata metadata, Supplier<BoundTable> nextScan) {
        this.metadata = metadata;
        this.nextScan = nextScan;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory typeFactory) {
        return TestTypes.row(metadata.schema().columns());
    }

    @Override
    public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
        Numbered numbered = new Numbered(metadata, nextScan.get());
        RelOptTable scanned = RelOptTableImpl.create(
                table.getRelOptSchema(),
                table.getRowType(),
                numbered,
                com.google.common.collect.ImmutableList.copyOf(table.getQualifiedName()));
        return LogicalTableScan.create(context.getCluster(), scanned, context.getTableHints());
    }

    /** One scan of the table. */
    private static final class Numbered extends AbstractTable implements TranslatableTable {
        private final TableMetadata metadata;
        private final BoundTable bound;

        Numbered(TableMetadata metadata, BoundTable bound) {
            this.metadata = metadata;
            this.bound = bound;
        }

        @Override
        public RelDataType getRowType(RelDataTypeFactory typeFactory) {
            return TestTypes.row(metadata.schema().columns());
        }

        @Override
        public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
            return LogicalTableScan.create(context.getCluster(), table, context.getTableHints());
        }

        @Override
        public <C> @Nullable C unwrap(Class<C> type) {
            return type.isInstance(bound) ? type.cast(bound) : super.unwrap(type);
        }
    }
}

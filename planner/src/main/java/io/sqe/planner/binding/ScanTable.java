package io.sqe.planner.binding;

import java.util.List;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.plan.RelOptSchema;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelDistribution;
import org.apache.calcite.rel.RelDistributions;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelReferentialConstraint;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ColumnStrategy;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlAccessType;
import org.apache.calcite.sql.validate.SqlModality;
import org.apache.calcite.sql.validate.SqlMonotonicity;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * One reference to a table or to files, as a plan's scan holds it. Unwraps to what it was made from: {@link BoundTable} with {@link
 * ScanRestriction}, or {@link BoundFiles}.
 */
public final class ScanTable extends Prepare.AbstractPreparingTable {
    private static final double ROWS_UNKNOWN = 1_000;

    private final List<String> name;
    private final RelDataType rowType;
    private final double rowCount;
    private final List<Object> facets;
    private final Table entry = new Entry(this);

    private ScanTable(List<String> name, RelDataType rowType, double rowCount, List<Object> facets) {
        this.name = List.copyOf(name);
        this.rowType = rowType;
        this.rowCount = rowCount;
        this.facets = List.copyOf(facets);
    }

    static ScanTable of(BoundTable table, RelDataType rowType, ScanRestriction restriction) {
        double rows = table.metadata().rowCount().orElse((long) ROWS_UNKNOWN);
        return new ScanTable(name(table), rowType, rows, List.of(table, restriction));
    }

    static ScanTable of(BoundFiles files, RelDataType rowType) {
        List<String> name = List.of(files.source().locations().getFirst(), uniqueName(files.scan()));
        return new ScanTable(name, rowType, ROWS_UNKNOWN, List.of(files));
    }

    /** The same reference with all of its stored columns. Only for what stands under a restriction. */
    public ScanTable withRowType(RelDataType stored) {
        return new ScanTable(name, stored, rowCount, facets);
    }

    /** A name that no other reference of the statement has: two versions of one table are two tables to a plan. */
    static String uniqueName(int scan) {
        return "#" + scan;
    }

    private static List<String> name(BoundTable table) {
        var name = new java.util.ArrayList<String>();
        name.add(table.name().catalog());
        name.addAll(table.name().namespace().levels());
        name.add(table.name().table());
        name.add(uniqueName(table.scan()));
        return name;
    }

    /** The table as an entry of a schema. */
    Table entry() {
        return entry;
    }

    @Override
    public <C> @Nullable C unwrap(Class<C> wanted) {
        if (wanted.isInstance(this)) {
            return wanted.cast(this);
        }
        if (wanted.isInstance(entry)) {
            return wanted.cast(entry);
        }
        return facets.stream()
                .filter(wanted::isInstance)
                .map(wanted::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> getQualifiedName() {
        return name;
    }

    @Override
    public RelDataType getRowType() {
        return rowType;
    }

    @Override
    public double getRowCount() {
        return rowCount;
    }

    @Override
    public RelNode toRel(ToRelContext context) {
        return LogicalTableScan.create(context.getCluster(), this, context.getTableHints());
    }

    @Override
    public @Nullable RelOptSchema getRelOptSchema() {
        return null;
    }

    @Override
    public List<RelCollation> getCollationList() {
        return List.of();
    }

    @Override
    public RelDistribution getDistribution() {
        return RelDistributions.ANY;
    }

    @Override
    public boolean isKey(ImmutableBitSet columns) {
        return false;
    }

    @Override
    public List<ImmutableBitSet> getKeys() {
        return List.of();
    }

    @Override
    public List<RelReferentialConstraint> getReferentialConstraints() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes") // As Calcite declares it.
    public @Nullable Expression getExpression(Class type) {
        return null;
    }

    @Override
    protected RelOptTable extend(Table extended) {
        throw new IllegalStateException("The grammar does not extend tables");
    }

    @Override
    public List<ColumnStrategy> getColumnStrategies() {
        return java.util.Collections.nCopies(rowType.getFieldCount(), ColumnStrategy.NULLABLE);
    }

    @Override
    public boolean supportsModality(SqlModality modality) {
        return modality == SqlModality.RELATION;
    }

    @Override
    public boolean isTemporal() {
        return false;
    }

    @Override
    public SqlMonotonicity getMonotonicity(String column) {
        return SqlMonotonicity.NOT_MONOTONIC;
    }

    @Override
    public SqlAccessType getAllowedAccess() {
        return SqlAccessType.READ_ONLY;
    }

    /** A schema's entry that stands for one scan. */
    private static final class Entry extends AbstractTable {
        private final ScanTable table;

        Entry(ScanTable table) {
            this.table = table;
        }

        @Override
        public RelDataType getRowType(RelDataTypeFactory factory) {
            return table.getRowType();
        }

        @Override
        public <C> @Nullable C unwrap(Class<C> wanted) {
            return wanted.isInstance(table) ? wanted.cast(table) : super.unwrap(wanted);
        }
    }
}

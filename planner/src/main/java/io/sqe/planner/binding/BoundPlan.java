package io.sqe.planner.binding;

import io.sqe.planner.binding.Description.ResultColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;

/**
 * A relational tree, names and types resolved. Its scans have the columns the principal may know of, and are not restricted yet.
 *
 * @param columnNames the result's columns as named by the person; two may be equal
 * @param tables what is read, in the order of scan numbers
 */
public record BoundPlan(
        RelNode root,
        List<String> columnNames,
        List<BoundTable> tables,
        List<BoundFiles> files,
        Visibility visibility,
        Cacheability cacheability) {

    public BoundPlan {
        columnNames = List.copyOf(columnNames);
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /** What a query with this plan answers. It has no placeholders: values stand in their places, or there were none. */
    public Description description() {
        return new Description(Description.Effect.NONE, resultColumns(), List.of());
    }

    List<ResultColumn> resultColumns() {
        List<RelDataTypeField> fields = root.getRowType().getFieldList();
        return IntStream.range(0, columnNames.size())
                .mapToObj(i -> resultColumn(columnNames.get(i), fields.get(i).getType()))
                .toList();
    }

    private static ResultColumn resultColumn(String name, RelDataType type) {
        return new ResultColumn(name, TypeNames.of(type), ColumnTypes.toColumnType(type));
    }

    /** The plan with more on top of it. */
    BoundPlan under(RelNode other, List<String> names) {
        return new BoundPlan(other, names, tables, files, visibility, cacheability);
    }

    /** The plan with a tree of the same columns over the same scans. */
    public BoundPlan withRoot(RelNode other) {
        return new BoundPlan(other, columnNames, tables, files, visibility, cacheability);
    }

    /** The same plan, which is not right again for another statement. */
    public BoundPlan forThisStatementOnly() {
        Cacheability once = new Cacheability(Cacheability.Lifetime.THIS_STATEMENT, cacheability.views());
        return new BoundPlan(root, columnNames, tables, files, visibility, once);
    }

    /** Whether policy keeps rows or values of any table from the principal. */
    public enum Visibility {
        FULL,
        RESTRICTED
    }
}

package io.sqe.substrait.reading;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import io.sqe.substrait.reading.OuterRows.Seen;
import io.substrait.proto.Expression.MaskExpression;
import io.substrait.proto.NamedStruct;
import io.substrait.proto.ReadRel;
import io.substrait.proto.ReadRel.VirtualTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * Reads what a plan begins with: tables by their names, and rows that it brings along.
 *
 * <p>A table's columns are found by their names in the plan's schema, never by their places: the client may know of fewer columns than
 * the table has, and the principal too.
 */
final class ReadToRel {
    private final Reading reading;

    ReadToRel(Reading reading) {
        this.reading = reading;
    }

    RelNode read(ReadRel read) {
        RelNode rows = switch (read.getReadTypeCase()) {
            case NAMED_TABLE -> table(read.getNamedTable().getNamesList(), read.getBaseSchema());
            case VIRTUAL_TABLE -> rows(read.getVirtualTable(), read.getBaseSchema());
            case LOCAL_FILES -> throw Refusals.unsupported("reading files: name a table; this");
            case ICEBERG_TABLE, EXTENSION_TABLE ->
                throw Refusals.unsupported("a read of kind %s: name a table; this".formatted(read.getReadTypeCase()));
            case READTYPE_NOT_SET -> throw Refusals.malformed("a read does not say of what");
        };
        RelNode filtered = read.hasFilter() ? filtered(rows, read) : rows;
        return read.hasProjection() ? masked(filtered, read.getProjection()) : filtered;
    }

    private RelNode table(List<String> name, NamedStruct schema) {
        RelNode table = reading.tables().read(name);
        RelDataType claimed = row(schema);
        RelDataType there = table.getRowType();
        List<RexNode> columns = new ArrayList<>();
        for (RelDataTypeField wanted : claimed.getFieldList()) {
            RelDataTypeField column = find(there, wanted.getName());
            if (!TypeFit.isSame(wanted.getType(), column.getType())) {
                throw Refusals.mismatch("column %s of table %s is of type %s, and not %s"
                        .formatted(column.getName(), String.join(".", name), column.getType(), wanted.getType()));
            }
            columns.add(RexInputRef.of(column.getIndex(), there));
        }
        return reading.tables()
                .counted(LogicalProject.create(table, List.of(), columns, claimed.getFieldNames(), ImmutableSet.of()));
    }

    private static RelDataTypeField find(RelDataType row, String name) {
        List<RelDataTypeField> fields = row.getFieldList();
        Optional<RelDataTypeField> exact =
                fields.stream().filter(field -> field.getName().equals(name)).findFirst();
        return exact.or(() -> fields.stream()
                        .filter(field -> field.getName().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new PlannerException.UnknownColumn(name, Optional.empty(), TextSpan.START));
    }

    /** The row that a plan says it reads. */
    private RelDataType row(NamedStruct schema) {
        Iterator<String> names = schema.getNamesList().iterator();
        RelDataTypeFactory.Builder row = reading.typeFactory().builder();
        schema.getStruct().getTypesList().forEach(type -> {
            String name = FieldNames.next(names);
            row.add(name, named(reading.types().read(type), names));
        });
        if (names.hasNext() || row.getFieldCount() == 0) {
            throw Refusals.malformed(
                    "a read has %d names for %d columns".formatted(schema.getNamesCount(), row.getFieldCount()));
        }
        return row.build();
    }

    /** The type, the fields inside it called by their names. */
    private RelDataType named(RelDataType type, Iterator<String> names) {
        RelDataTypeFactory factory = reading.typeFactory();
        RelDataType element = type.getComponentType();
        RelDataType key = type.getKeyType();
        RelDataType value = type.getValueType();
        RelDataType named = type;
        if (type.isStruct()) {
            RelDataTypeFactory.Builder fields = factory.builder();
            type.getFieldList().forEach(field -> fields.add(FieldNames.next(names), named(field.getType(), names)));
            named = fields.build();
        } else if (element != null) {
            named = factory.createArrayType(named(element, names), -1);
        } else if (key != null && value != null) {
            named = factory.createMapType(named(key, names), named(value, names));
        }
        return factory.createTypeWithNullability(named, true);
    }

    @SuppressWarnings("deprecation") // Producers of older versions say it so.
    private RelNode rows(VirtualTable table, NamedStruct schema) {
        RelDataType row = row(schema);
        ImmutableList.Builder<ImmutableList<RexLiteral>> rows = ImmutableList.builder();
        table.getValuesList()
                .forEach(values -> rows.add(literals(
                        values.getFieldsList().stream()
                                .map(reading.literals()::read)
                                .toList(),
                        row)));
        table.getExpressionsList()
                .forEach(values -> rows.add(literals(
                        reading.rows()
                                .seeing(
                                        reading.typeFactory().builder().build(),
                                        () -> values.getFieldsList().stream()
                                                .map(reading::expression)
                                                .toList())
                                .read(),
                        row)));
        return LogicalValues.create(reading.tables().cluster(), row, rows.build());
    }

    private ImmutableList<RexLiteral> literals(List<RexNode> values, RelDataType row) {
        if (values.size() != row.getFieldCount()) {
            throw Refusals.malformed(
                    "a row of %d values is for %d columns".formatted(values.size(), row.getFieldCount()));
        }
        ImmutableList.Builder<RexLiteral> literals = ImmutableList.builder();
        for (int i = 0; i < values.size(); i++) {
            RelDataType wanted = row.getFieldList().get(i).getType();
            if (!(values.get(i) instanceof RexLiteral literal)) {
                throw Refusals.unsupported("a row of anything but constants");
            }
            if (!TypeFit.isSame(wanted, literal.getType())) {
                throw Refusals.mismatch(
                        "a constant is of type %s where %s is said".formatted(literal.getType(), wanted));
            }
            literals.add(literal);
        }
        return literals.build();
    }

    private RelNode filtered(RelNode rows, ReadRel read) {
        Seen<RexNode> condition = reading.rows().seeing(rows.getRowType(), () -> reading.condition(read.getFilter()));
        return LogicalFilter.create(rows, condition.read(), condition.variables());
    }

    private RelNode masked(RelNode rows, MaskExpression mask) {
        List<RexNode> columns = new ArrayList<>();
        mask.getSelect().getStructItemsList().forEach(item -> {
            if (item.hasChild()) {
                throw Refusals.unsupported("reading parts of a column");
            }
            int column =
                    SubstraitToRel.checked(item.getField(), rows.getRowType().getFieldCount());
            columns.add(RexInputRef.of(column, rows.getRowType()));
        });
        if (columns.isEmpty()) {
            throw Refusals.unsupported("a read without columns");
        }
        List<String> names = columns.stream()
                .map(column -> rows.getRowType().getFieldNames().get(((RexInputRef) column).getIndex()))
                .toList();
        return LogicalProject.create(rows, List.of(), columns, names, ImmutableSet.of());
    }
}

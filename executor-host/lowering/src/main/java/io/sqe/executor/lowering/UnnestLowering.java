package io.sqe.executor.lowering;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.fragment.v1.Unnest;
import io.sqe.fragment.v1.Unnest.Shape;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes UNNEST: DuckDB takes several lists of one SELECT apart side by side and fills the shorter up, as Trino does. */
final class UnnestLowering {
    private final RelationLowering relations;

    UnnestLowering(RelationLowering relations) {
        this.relations = relations;
    }

    Block lower(Unnest unnest, Block input) {
        List<Type> output = output(unnest);
        if (unnest.getShapesCount() != input.columns().size()) {
            throw new LoweringException.Malformed("an UNNEST of other columns than its input's");
        }
        Block block = input.isFlat() ? input : relations.nest(input);
        Block apart = relations.nest(block.withColumns(lists(unnest, block.columns())));
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < unnest.getShapesCount(); i++) {
            addColumns(unnest.getShapes(i), apart.columns().get(i), output, columns);
        }
        if (unnest.getWithOrdinality()) {
            columns.add(apart.columns().getLast());
        }
        return apart.withColumns(columns);
    }

    private static List<Value> lists(Unnest unnest, List<Value> inputs) {
        List<Value> lists = new ArrayList<>();
        List<String> lengths = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Value input = inputs.get(i);
            boolean isMap = unnest.getShapes(i) == Shape.ENTRIES;
            String list = isMap ? "map_entries(" + input.sql() + ')' : input.sql();
            lists.add(Value.call("unnest(" + list + ')', input.type(), List.of(input)));
            lengths.add("len(" + list + ')');
        }
        if (unnest.getWithOrdinality()) {
            String longest = lengths.size() == 1 ? lengths.getFirst() : "greatest(" + String.join(", ", lengths) + ')';
            lists.add(Value.call("unnest(range(1, coalesce(" + longest + ", 0) + 1))", PlanTypes.I64, inputs));
        }
        return lists;
    }

    private static void addColumns(Shape shape, Value entry, List<Type> output, List<Value> columns) {
        switch (shape) {
            case ELEMENT -> columns.add(entry.typed(output.get(columns.size())));
            case ENTRIES -> addFields(entry, 2, output, columns);
            case FIELDS -> addFields(entry, fieldCount(entry), output, columns);
            case SHAPE_UNSPECIFIED, UNRECOGNIZED -> throw new LoweringException.Malformed("an UNNEST has no shape");
        }
    }

    private static int fieldCount(Value list) {
        return list.type().getList().getType().getStruct().getTypesCount();
    }

    private static void addFields(Value entry, int count, List<Type> output, List<Value> columns) {
        for (int field = 1; field <= count; field++) {
            String sql = "struct_extract_at(" + entry.sql() + ", " + field + ')';
            columns.add(Value.call(sql, output.get(columns.size()), List.of(entry)));
        }
    }

    private static List<Type> output(Unnest unnest) {
        try {
            return Type.Struct.parseFrom(unnest.getOutput()).getTypesList();
        } catch (InvalidProtocolBufferException malformed) {
            throw new LoweringException.Malformed("the columns of an UNNEST cannot be parsed", malformed);
        }
    }
}

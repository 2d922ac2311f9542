package io.sqe.executor.lowering;

import io.substrait.proto.NamedStruct;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Writes tables that have columns and no rows. */
final class EmptyTables {

    private EmptyTables() {}

    static String of(List<Type> types) {
        var columns = new ArrayList<String>();
        for (Type type : types) {
            columns.add(Literals.typed("NULL", type).sql());
        }
        return select(columns);
    }

    /** The columns of a schema, by their names. */
    static String of(NamedStruct schema) {
        var columns = new ArrayList<String>();
        Iterator<String> names = schema.getNamesList().iterator();
        for (Type type : schema.getStruct().getTypesList()) {
            String name = names.next();
            columns.add("CAST(NULL AS " + EngineTypes.nameOf(type, names) + ") AS " + Quoting.name(name));
        }
        return select(columns);
    }

    private static String select(List<String> columns) {
        String list = columns.isEmpty() ? "1" : String.join(", ", columns);
        return "(SELECT " + list + " WHERE FALSE)";
    }
}

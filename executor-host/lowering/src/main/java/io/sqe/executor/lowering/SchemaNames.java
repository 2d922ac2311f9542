package io.sqe.executor.lowering;

import io.substrait.proto.NamedStruct;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Tells a schema's columns from the fields inside them: a plan lists all their names in one sequence, depth first. */
final class SchemaNames {

    private SchemaNames() {}

    static List<String> topLevel(NamedStruct schema) {
        return topLevel(schema.getNamesList(), schema.getStruct().getTypesList());
    }

    static List<String> topLevel(List<String> allNames, List<Type> types) {
        List<String> names = new ArrayList<>();
        Iterator<String> rest = allNames.iterator();
        for (Type type : types) {
            if (!rest.hasNext()) {
                throw new LoweringException.Malformed("there are fewer names than columns");
            }
            names.add(rest.next());
            skipFields(type, rest);
        }
        return names;
    }

    private static void skipFields(Type type, Iterator<String> names) {
        switch (type.getKindCase()) {
            case STRUCT -> {
                for (Type field : type.getStruct().getTypesList()) {
                    if (!names.hasNext()) {
                        throw new LoweringException.Malformed("there are fewer names than fields");
                    }
                    names.next();
                    skipFields(field, names);
                }
            }
            case LIST -> skipFields(type.getList().getType(), names);
            case MAP -> {
                skipFields(type.getMap().getKey(), names);
                skipFields(type.getMap().getValue(), names);
            }
            default -> {}
        }
    }
}

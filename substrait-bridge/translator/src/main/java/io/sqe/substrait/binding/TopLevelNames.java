package io.sqe.substrait.binding;

import io.substrait.proto.NamedStruct;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.List;

/** Picks the columns' names out of a schema's names, which those of struct fields stand between. */
final class TopLevelNames {
    private TopLevelNames() {}

    static List<String> of(NamedStruct schema) {
        List<String> names = new ArrayList<>();
        int next = 0;
        for (Type type : schema.getStruct().getTypesList()) {
            names.add(schema.getNames(next));
            next += 1 + nested(type);
        }
        return names;
    }

    /** How many names the fields inside a type have. */
    private static int nested(Type type) {
        return switch (type.getKindCase()) {
            case STRUCT ->
                type.getStruct().getTypesList().stream()
                        .mapToInt(field -> 1 + nested(field))
                        .sum();
            case LIST -> nested(type.getList().getType());
            case MAP -> nested(type.getMap().getKey()) + nested(type.getMap().getValue());
            default -> 0;
        };
    }
}

package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Literal;
import io.substrait.proto.Expression.Nested;
import io.substrait.proto.Type;
import java.util.List;

/** Makes structs, lists and maps of expressions. */
final class NestedValues {
    private NestedValues() {}

    static Expression struct(List<Expression> fields) {
        return of(Nested.newBuilder().setStruct(Nested.Struct.newBuilder().addAllFields(fields)));
    }

    static Expression list(List<Expression> elements, Type type) {
        if (elements.isEmpty()) {
            return literal(Literal.newBuilder().setEmptyList(type.getList()));
        }
        return of(Nested.newBuilder().setList(Nested.List.newBuilder().addAllValues(elements)));
    }

    /** A map of keys and values in turn. */
    static Expression map(List<Expression> entries, Type type) {
        if (entries.isEmpty()) {
            return literal(Literal.newBuilder().setEmptyMap(type.getMap()));
        }
        Nested.Map.Builder map = Nested.Map.newBuilder();
        for (int i = 0; i < entries.size(); i += 2) {
            map.addKeyValues(
                    Nested.Map.KeyValue.newBuilder().setKey(entries.get(i)).setValue(entries.get(i + 1)));
        }
        return of(Nested.newBuilder().setMap(map));
    }

    private static Expression of(Nested.Builder nested) {
        return Expression.newBuilder().setNested(nested).build();
    }

    private static Expression literal(Literal.Builder literal) {
        return Expression.newBuilder().setLiteral(literal).build();
    }
}

package io.sqe.executor.lowering;

import java.util.List;
import java.util.stream.Collectors;

/** Builds lists, maps and structs out of values. */
final class NestedValues {

    private NestedValues() {}

    static Value list(List<Value> elements) {
        if (elements.isEmpty()) {
            throw new LoweringException.Malformed("a list without elements has no type");
        }
        return Value.call(
                '[' + commaSeparated(elements) + ']',
                PlanTypes.list(elements.getFirst().type()),
                elements);
    }

    static Value map(List<Value> keys, List<Value> values) {
        if (keys.isEmpty()) {
            throw new LoweringException.Malformed("a map without entries has no type");
        }
        var keyList = list(keys);
        var valueList = list(values);
        return Value.call(
                "MAP(" + keyList.sql() + ", " + valueList.sql() + ')',
                PlanTypes.map(keys.getFirst().type(), values.getFirst().type()),
                List.of(keyList, valueList));
    }

    /** A struct whose fields have no names, as in the plan. */
    static Value struct(List<Value> fields) {
        var type = PlanTypes.struct(fields.stream().map(Value::type).toList());
        if (fields.isEmpty()) {
            throw new LoweringException.Unsupported("a struct without fields");
        }
        return Value.call("row(" + commaSeparated(fields) + ')', type, fields);
    }

    static String commaSeparated(List<Value> values) {
        return values.stream().map(Value::sql).collect(Collectors.joining(", "));
    }
}

package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;

/** Functions of texts in JSON. */
final class JsonFunctions {
    private static final String OBJECT = "'{\"a\": {\"b\": 1}, \"c\": [1, 2]}'";

    static final List<FunctionDeclaration> ALL = List.of(
            scalar("json_extract")
                    .gives("json", "json", "varchar")
                    .cast()
                    .mayFail()
                    .answers("{\"b\":1}", OBJECT, "'$.a'")
                    .says("The value at a path, as JSON."),
            scalar("json_extract_scalar")
                    .gives("varchar", "json", "varchar")
                    .duckdb(
                            "CASE WHEN json_type($1, $2) IN ('OBJECT', 'ARRAY') THEN NULL ELSE json_extract_string($1, $2) END")
                    .mayFail()
                    .answers("1", OBJECT, "'$.a.b'")
                    .answers("NULL", OBJECT, "'$.a'")
                    .says("The value at a path, as text; null if it is no string, number or boolean."),
            scalar("json_array_length")
                    .gives("bigint", "json")
                    .cast()
                    .mayFail()
                    .answers("2", "'[1, 2]'")
                    .says("The number of elements of an array."),
            scalar("json_array_get")
                    .gives("json", "json", "bigint")
                    .duckdb("json_extract($1, '$[' || $2 || ']')")
                    .cast()
                    .mayFail()
                    .answers("2", "'[1, 2]'", "1")
                    .says("The element at a place of an array, counted from 0."),
            scalar("json_array_contains")
                    .gives("boolean", "json", "any")
                    .duckdb("json_contains($1, to_json($2))")
                    .mayFail()
                    .answers("true", "'[1, 2]'", "2")
                    .says("Whether an array has a value among its elements."),
            scalar("json_size")
                    .gives("bigint", "json", "varchar")
                    .duckdb("CASE json_type($1, $2) WHEN 'OBJECT' THEN len(json_keys($1, $2)) "
                            + "WHEN 'ARRAY' THEN json_array_length($1, $2) ELSE 0 END")
                    .cast()
                    .mayFail()
                    .answers("2", OBJECT, "'$.c'")
                    .says("The number of members or elements of the value at a path."),
            scalar("json_parse")
                    .gives("json", "varchar")
                    .duckdb("json")
                    .cast()
                    .mayFail()
                    .answers("[1,2]", "'[1, 2]'")
                    .says("A text as JSON; an error if it is none."),
            scalar("json_format")
                    .gives("varchar", "json")
                    .duckdb("json")
                    .cast()
                    .mayFail()
                    .answers("[1,2]", "'[1, 2]'")
                    .says("JSON as text without spaces."),
            scalar("is_json_scalar")
                    .gives("boolean", "json")
                    .duckdb("json_type($1) NOT IN ('OBJECT', 'ARRAY')")
                    .mayFail()
                    .answers("false", "'[1, 2]'")
                    .says("Whether the JSON is a string, number, boolean or null."),
            scalar("to_json")
                    .gives("json", "any")
                    .cast()
                    .answers("[1,2]", "[1, 2]")
                    .says("A value as JSON."));

    private JsonFunctions() {}
}

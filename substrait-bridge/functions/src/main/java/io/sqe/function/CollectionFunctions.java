package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;
import java.util.stream.Stream;

/** Functions of arrays and maps. */
final class CollectionFunctions {
    static final List<FunctionDeclaration> ALL = Stream.of(elements(), arrays(), sets(), aggregates(), maps())
            .flatMap(List::stream)
            .toList();

    private static final String MAP = "MAP(['a', 'b'], [1, 2])";

    private CollectionFunctions() {}

    private static List<FunctionDeclaration> elements() {
        return List.of(
                scalar("cardinality")
                        .gives("bigint", "array(T)")
                        .duckdb("len")
                        .answers("2", "[1, 2]")
                        .says("The number of elements."),
                scalar("cardinality")
                        .own("map_cardinality")
                        .gives("bigint", "map(K,V)")
                        .duckdb("cardinality")
                        .cast()
                        .answers("2", MAP)
                        .says("The number of entries."),
                scalar("element_at")
                        .gives("T", "array(T)", "bigint")
                        .duckdb("list_extract")
                        .answers("3", "[1, 2, 3]", "-1")
                        .answers("NULL", "[1, 2, 3]", "4")
                        .says(
                                "The element at a place, counted from 1, or from the end if negative; null if there is none."),
                scalar("element_at")
                        .own("map_element_at")
                        .gives("V", "map(K,V)", "K")
                        .duckdb("map_extract_value")
                        .answers("1", MAP, "'a'")
                        .says("The value of a key; null if there is none."),
                scalar("subscript")
                        .gives("T", "array(T)", "bigint")
                        .duckdb(
                                "CASE WHEN $2 < 1 OR $2 > len($1) THEN error('Array subscript out of bounds: ' || $2) ELSE $1[$2] END")
                        .mayFail()
                        .answers("2", "[1, 2, 3]", "2")
                        .answers("error: Array subscript out of bounds: 4", "[1, 2, 3]", "4")
                        .says("The element at a place, written a[2]; an error if there is none."),
                scalar("subscript")
                        .own("map_subscript")
                        .gives("V", "map(K,V)", "K")
                        .duckdb(
                                "CASE WHEN NOT map_contains($1, $2) THEN error('Key not present in map') ELSE map_extract_value($1, $2) END")
                        .mayFail()
                        .answers("1", MAP, "'a'")
                        .answers("error: Key not present in map", MAP, "'z'")
                        .says("The value of a key, written m['a']; an error if there is none."));
    }

    private static List<FunctionDeclaration> arrays() {
        return List.of(
                scalar("array_concat")
                        .gives("array(T)", "array(T)", "array(T)")
                        .duckdb("list_concat")
                        .answers("[1, 2]", "[1]", "[2]")
                        .says("One array after the other."),
                scalar("array_append")
                        .gives("array(T)", "array(T)", "T")
                        .duckdb("list_append")
                        .answers("[1, 2]", "[1]", "2")
                        .says("The array with one more element."),
                scalar("reverse")
                        .own("array_reverse")
                        .gives("array(T)", "array(T)")
                        .duckdb("list_reverse")
                        .answers("[2, 1]", "[1, 2]")
                        .says("The array backwards."),
                scalar("slice")
                        .gives("array(T)", "array(T)", "bigint", "bigint")
                        .duckdb("CASE WHEN $2 = 0 THEN error('SQL array indices start at 1') WHEN $2 > 0 "
                                + "THEN list_slice($1, $2, $2 + $3 - 1) "
                                + "ELSE list_slice($1, len($1) + $2 + 1, len($1) + $2 + $3) END")
                        .mayFail()
                        .answers("[2, 3]", "[1, 2, 3, 4]", "2", "2")
                        .answers("[3, 4]", "[1, 2, 3, 4]", "-2", "2")
                        .says("So many elements from a place on, counted from the end if negative."),
                scalar("flatten")
                        .gives("array(T)", "array(array(T))")
                        .answers("[1, 2]", "[[1], [2]]")
                        .says("The elements of an array's arrays."),
                scalar("sequence")
                        .gives("array(bigint)", "bigint", "bigint")
                        .gives("array(bigint)", "bigint", "bigint", "bigint")
                        .duckdb("generate_series")
                        .mayFail()
                        .answers("[1, 3, 5]", "1", "5", "2")
                        .says("The numbers from one to another."),
                scalar("array_join")
                        .gives("varchar", "array(T)", "varchar")
                        .duckdb("array_to_string")
                        .answers("1,2", "[1, NULL, 2]", "','")
                        .says("The elements as text, with a text between them, nulls left out."),
                scalar("array_sort")
                        .gives("array(T)", "array(T)")
                        .duckdb("list_sort($1, 'ASC', 'NULLS LAST')")
                        .answers("[1, 2, NULL]", "[NULL, 2, 1]")
                        .says("The array in ascending order, nulls last."),
                scalar("array_remove")
                        .gives("array(T)", "array(T)", "T")
                        .duckdb("list_filter($1, lambda element: element IS DISTINCT FROM $2)")
                        .answers("[2]", "[1, 2, 1]", "1")
                        .says("The array without the elements that equal a value."),
                scalar("trim_array")
                        .gives("array(T)", "array(T)", "bigint")
                        .duckdb("list_slice($1, 1, len($1) - $2)")
                        .answers("[1]", "[1, 2, 3]", "2")
                        .says("The array without its last elements."));
    }

    private static List<FunctionDeclaration> sets() {
        return List.of(
                scalar("contains")
                        .own("array_contains")
                        .gives("boolean", "array(T)", "T")
                        .duckdb("list_contains")
                        .answers("true", "[1, 2]", "2")
                        .says("Whether a value is among the elements."),
                scalar("array_position")
                        .gives("bigint", "array(T)", "T")
                        .duckdb("coalesce(list_position($1, $2), 0)")
                        .cast()
                        .answers("2", "[1, 2]", "2")
                        .answers("0", "[1, 2]", "3")
                        .says("The first place of a value, counted from 1; 0 if it has none."),
                scalar("array_distinct")
                        .gives("array(T)", "array(T)")
                        .duckdb("list_distinct")
                        .answers("[1]", "[1, 1]")
                        .says("The elements without repetitions."),
                scalar("array_intersect")
                        .gives("array(T)", "array(T)", "array(T)")
                        .duckdb("list_intersect")
                        .answers("[2]", "[1, 2]", "[2, 3]")
                        .says("The elements that both arrays have."),
                scalar("array_union")
                        .gives("array(T)", "array(T)", "array(T)")
                        .duckdb("list_distinct(list_concat($1, $2))")
                        .answers("2", "[1, 2]", "[2]")
                        .checkedBy("len($result)")
                        .says("The elements that either array has, without repetitions."),
                scalar("array_except")
                        .gives("array(T)", "array(T)", "array(T)")
                        .duckdb("list_filter(list_distinct($1), lambda element: NOT list_contains($2, element))")
                        .answers("[1]", "[1, 2]", "[2]")
                        .says("The elements of the first array that the second does not have."),
                scalar("arrays_overlap")
                        .gives("boolean", "array(T)", "array(T)")
                        .duckdb("list_has_any")
                        .answers("true", "[1, 2]", "[2]")
                        .says("Whether two arrays have an element in common."));
    }

    private static List<FunctionDeclaration> aggregates() {
        return List.of(
                scalar("array_max")
                        .gives("T", "array(T)")
                        .duckdb("list_max")
                        .answers("2", "[1, 2]")
                        .says("The greatest element."),
                scalar("array_min")
                        .gives("T", "array(T)")
                        .duckdb("list_min")
                        .answers("1", "[1, 2]")
                        .says("The smallest element."),
                scalar("array_sum")
                        .gives("T", "array(T)")
                        .duckdb("list_sum")
                        .cast()
                        .mayFail()
                        .answers("3", "[1, 2]")
                        .says("The sum of the elements."));
    }

    private static List<FunctionDeclaration> maps() {
        return List.of(
                scalar("map_keys")
                        .gives("array(K)", "map(K,V)")
                        .answers("[a, b]", MAP)
                        .says("The keys of a map."),
                scalar("map_values")
                        .gives("array(V)", "map(K,V)")
                        .answers("[1, 2]", MAP)
                        .says("The values of a map."),
                scalar("map_from_arrays", "map")
                        .gives("map(K,V)", "array(K)", "array(V)")
                        .duckdb("map")
                        .mayFail()
                        .answers("{a=1}", "['a']", "[1]")
                        .says("The map of keys and the values in the same places."),
                scalar("map_concat")
                        .givesOfMany("map(K,V)", "map(K,V)")
                        .answers("{a=1, b=3}", MAP, "MAP(['b'], [3])")
                        .says("The entries of all maps; of entries with the same key, the last."),
                scalar("map_contains_key")
                        .gives("boolean", "map(K,V)", "K")
                        .duckdb("map_contains")
                        .answers("true", MAP, "'a'")
                        .says("Whether a map has a key."));
    }
}

package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BindingsGeneratorTest {
    private static final String HEADER = """
            #define DUCKDB_V2_API_VERSION_MAJOR 2
            #define DUCKDB_V2_API_VERSION_MINOR 1
            #define DUCKDB_V2_API_VERSION_PATCH 7
            typedef enum DUCKDB_V2_COLOUR { DUCKDB_V2_COLOUR_RED = 1, /* = 2, */ DUCKDB_V2_COLOUR_BLUE = 3, } X;
            // DUCKDB_C_API DUCKDB_V2_ERROR duckdb_v2_in_a_comment(idx_t n);
            DUCKDB_C_API DUCKDB_V2_ERROR duckdb_v2_thing_paint(duckdb_v2_thing_handle thing, const char *name,
                                                               idx_t count, bool twice, DUCKDB_V2_COLOUR colour,
                                                               duckdb_v2_error_info_handle *err);
            DUCKDB_C_API DUCKDB_V2_ERROR duckdb_v2_thing_weigh(duckdb_v2_thing_handle thing, float weight);
            """;

    @Test
    void aFunctionBecomesAMethodDocumentedByItsSignature() {
        String source = BindingsGenerator.generate(HEADER, List.of("thing_paint"), List.of("COLOUR_BLUE"));
        assertThat(source)
                .contains("HEADER_VERSION = \"2.1.7\"")
                .contains("static final int COLOUR_BLUE = 3;")
                .contains(
                        "{@code DUCKDB_V2_ERROR duckdb_v2_thing_paint(duckdb_v2_thing_handle thing, const char *name, "
                                + "idx_t count, bool twice, DUCKDB_V2_COLOUR colour, duckdb_v2_error_info_handle *err)}")
                .contains(
                        "int thingPaint(MemorySegment thing, MemorySegment name, long count, boolean twice, int colour, "
                                + "MemorySegment err)")
                .contains("symbols.address(\"duckdb_v2_thing_paint\")")
                .contains("JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, JAVA_INT, ADDRESS");
    }

    @Test
    void whatTheHeaderDoesNotDeclareIsRefused() {
        assertThatThrownBy(() -> BindingsGenerator.generate(HEADER, List.of("in_a_comment"), List.of()))
                .hasMessageContaining("duckdb_v2_in_a_comment");
        assertThatThrownBy(() -> BindingsGenerator.generate(HEADER, List.of(), List.of("COLOUR_GREEN")))
                .hasMessageContaining("DUCKDB_V2_COLOUR_GREEN");
        assertThatThrownBy(() -> BindingsGenerator.generate(HEADER, List.of("thing_weigh"), List.of()))
                .hasMessageContaining("float");
    }

    @Test
    void theCommittedBindingsCallEveryFunctionOfTheList() {
        List<String> methods = java.util.Arrays.stream(CApi.class.getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .toList();
        assertThat(methods)
                .contains("statementExecuteArrow")
                .hasSizeGreaterThanOrEqualTo(BindingsGenerator.FUNCTIONS.size());
    }
}

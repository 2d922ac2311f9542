package io.sqe.executor.duckdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes {@code CApi.java}, the class that speaks C, from DuckDB's {@code duckdb_v2.h}.
 *
 * <p>The C API v2 passes no struct by value, so a signature is fully described by the Java carriers of its parameters.
 * Signatures with equal carriers share one method handle, which is linked on first use: linking is what costs at
 * start-up, and the functions we use have some thirty shapes between them.
 */
public final class BindingsGenerator {
    /** The functions SQE calls, without {@code duckdb_v2_}. Add a name here and run the generator again. */
    static final List<String> FUNCTIONS = """
            library_version
            environment_create environment_destroy environment_get_instance_count
            instance_create_with_options instance_destroy instance_attach
            connection_create connection_destroy connection_interrupt connection_progress_get
            connection_get_factory connection_get_config config_set_option_text connection_enable_profiling connection_get_query_metrics
            parse_sql statement_iterator_next statement_iterator_destroy sql_statement_destroy
            statement_execute result_drain result_destroy
            statement_execute_arrow arrow_result_get_schema arrow_result_fetch_array arrow_result_destroy
            error_info_get_code error_info_get_raw_text error_info_set_code error_info_set_text error_info_destroy
            query_metrics_get_root query_metrics_destroy query_metrics_node_get_name
            query_metrics_node_get_child_count query_metrics_node_get_child
            query_metrics_node_get_metric_count query_metrics_node_get_metric_name query_metrics_node_get_metric_value
            value_get_varchar value_to_string value_destroy
            factory_create_type_from_text logical_type_destroy
            schema_get_count schema_get_field schema_destroy
            function_signature_add_parameter function_signature_set_return_type function_bind_set_bind_data
            function_bind_get_user_data function_bind_get_arg_value
            scalar_function_create scalar_function_destroy scalar_function_set_name scalar_function_get_signature
            scalar_function_set_user_data scalar_function_set_property scalar_function_set_exec_callback
            scalar_function_exec_get_user_data scalar_function_exec_get_row_count scalar_function_exec_get_arg
            scalar_function_exec_get_result connection_register_scalar_function
            table_function_create table_function_destroy table_function_set_name table_function_get_signature
            table_function_set_user_data table_function_set_bind_callback table_function_set_init_global_callback
            table_function_set_init_local_callback table_function_set_exec_callback
            table_function_set_projection_pushdown table_function_bind_add_result_column
            table_function_bind_set_cardinality table_function_bind_set_order_preservation
            table_function_init_global_get_bind_data table_function_init_global_set_global_state
            table_function_init_global_set_max_threads table_function_init_global_get_column_count
            table_function_init_global_get_column_index table_function_init_local_get_global_state
            table_function_init_local_set_local_state table_function_exec_get_local_state
            table_function_exec_get_output_chunk connection_register_table_function
            arrow_importer_create arrow_importer_get_schema arrow_importer_append arrow_importer_next_chunk
            arrow_importer_destroy
            data_chunk_get_size data_chunk_get_capacity data_chunk_get_vector_count data_chunk_get_vector
            data_chunk_destroy
            vector_get_vector_type vector_get_view vector_flatten vector_set_size vector_reference
            vector_get_data_mutable vector_flat_get_validity_mutable vector_get_arena arena_allocate
            """.lines()
            .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
            .toList();

    /** The constants SQE uses, without {@code DUCKDB_V2_}. */
    static final List<String> CONSTANTS = List.of(
            "ERROR_INPUT_INVALID",
            "ERROR_RUNTIME_INTERRUPT",
            "VECTOR_TYPE_OTHER",
            "SETTING_SCOPE_SESSION",
            "ORDER_PRESERVATION_NO_ORDER",
            "ORDER_PRESERVATION_INSERTION_ORDER",
            "FUNCTION_PARAMETER_KIND_STANDARD",
            "FUNCTION_PROPERTY_STABILITY",
            "FUNCTION_PROPERTY_STABILITY_CONSISTENT",
            "FUNCTION_PROPERTY_STABILITY_VOLATILE",
            "FUNCTION_PROPERTY_NULL_HANDLING",
            "FUNCTION_PROPERTY_NULL_HANDLING_DEFAULT",
            "FUNCTION_PROPERTY_NULL_HANDLING_SPECIAL");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern FUNCTION =
            Pattern.compile("DUCKDB_C_API\\s+(\\w+)\\s+duckdb_v2_(\\w+)\\s*\\(([^)]*)\\)\\s*;");
    private static final Pattern CONSTANT = Pattern.compile("DUCKDB_V2_(\\w+)\\s*=\\s*(\\d+)\\s*[,}]");
    private static final Pattern VERSION =
            Pattern.compile("#define DUCKDB_V2_API_VERSION_(?:MAJOR|MINOR|PATCH) (\\d+)");

    private BindingsGenerator() {}

    /** One C function: its name without prefix and its parameters. */
    record Function(String name, List<Parameter> parameters) {
        String shape() {
            return parameters.stream()
                    .map(parameter -> parameter.carrier().letter)
                    .collect(Collectors.joining());
        }

        String javaName() {
            return camelCase(name);
        }

        String signature() {
            return "DUCKDB_V2_ERROR duckdb_v2_" + name + "("
                    + parameters.stream()
                            .map(parameter -> (parameter.type() + " " + parameter.name()).replace("* ", "*"))
                            .collect(Collectors.joining(", "))
                    + ")";
        }
    }

    /** One parameter: its C type and name. */
    record Parameter(String type, String name) {
        Carrier carrier() {
            if (type.endsWith("*") || type.endsWith("_handle") || type.endsWith("_fn")) {
                return Carrier.POINTER;
            }
            return switch (type) {
                case "idx_t", "uint64_t", "int64_t" -> Carrier.LONG;
                case "bool" -> Carrier.BOOLEAN;
                case "double" -> Carrier.DOUBLE;
                default -> {
                    if (type.startsWith("DUCKDB_V2_")) {
                        yield Carrier.INT;
                    }
                    throw new IllegalArgumentException("No carrier is known for the C type " + type);
                }
            };
        }
    }

    /** How a C type travels in Java. */
    enum Carrier {
        POINTER("P", "MemorySegment", "ADDRESS"),
        LONG("L", "long", "JAVA_LONG"),
        INT("I", "int", "JAVA_INT"),
        BOOLEAN("Z", "boolean", "JAVA_BOOLEAN"),
        DOUBLE("D", "double", "JAVA_DOUBLE");

        private final String letter;
        private final String javaType;
        private final String layout;

        Carrier(String letter, String javaType, String layout) {
            this.letter = letter;
            this.javaType = javaType;
            this.layout = layout;
        }

        static Carrier ofLetter(char letter) {
            for (Carrier carrier : values()) {
                if (carrier.letter.charAt(0) == letter) {
                    return carrier;
                }
            }
            throw new IllegalArgumentException("No carrier has the letter " + letter);
        }
    }

    /** {@code java BindingsGenerator.java HEADER OUTPUT}: reads the header, writes the class. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Usage: BindingsGenerator path/to/duckdb_v2.h path/to/CApi.java");
        }
        String header = Files.readString(Path.of(arguments[0]));
        Files.writeString(Path.of(arguments[1]), generate(header, FUNCTIONS, CONSTANTS));
    }

    /** The Java source for some functions and constants of a header. */
    static String generate(String header, List<String> functions, List<String> constants) {
        String code = COMMENT.matcher(header).replaceAll(" ");
        List<Function> used = used(parseFunctions(code), functions);
        var source = new StringBuilder(prologue(header));
        appendConstants(source, parseConstants(code), constants);
        used.forEach(function -> source.append("    private final MemorySegment %s;%n".formatted(function.javaName())));
        appendConstructor(source, used);
        used.forEach(function -> appendMethod(source, function));
        appendShapes(source, used);
        return source.append("}\n").toString();
    }

    static Map<String, Function> parseFunctions(String code) {
        Map<String, Function> functions = new LinkedHashMap<>();
        Matcher matcher = FUNCTION.matcher(code);
        while (matcher.find()) {
            if (!matcher.group(1).equals("DUCKDB_V2_ERROR")) {
                throw new IllegalArgumentException("Not a status: " + matcher.group());
            }
            functions.put(matcher.group(2), new Function(matcher.group(2), parseParameters(matcher.group(3))));
        }
        return functions;
    }

    private static List<Parameter> parseParameters(String text) {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : text.split(",")) {
            String declaration = part.replaceAll("\\s+", " ").trim();
            int nameStart = Math.max(declaration.lastIndexOf(' '), declaration.lastIndexOf('*')) + 1;
            parameters.add(new Parameter(declaration.substring(0, nameStart).trim(), declaration.substring(nameStart)));
        }
        return parameters;
    }

    private static Map<String, Integer> parseConstants(String code) {
        Map<String, Integer> constants = new TreeMap<>();
        Matcher matcher = CONSTANT.matcher(code);
        while (matcher.find()) {
            constants.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
        }
        return constants;
    }

    private static List<Function> used(Map<String, Function> declared, List<String> names) {
        return names.stream()
                .map(name -> {
                    Function function = declared.get(name);
                    if (function == null) {
                        throw new IllegalArgumentException("The header declares no duckdb_v2_" + name);
                    }
                    return function;
                })
                .toList();
    }

    private static String prologue(String header) {
        return """
                package io.sqe.executor.duckdb;

                import static java.lang.foreign.ValueLayout.ADDRESS;
                import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
                import static java.lang.foreign.ValueLayout.JAVA_INT;
                import static java.lang.foreign.ValueLayout.JAVA_LONG;

                import java.lang.foreign.FunctionDescriptor;
                import java.lang.foreign.Linker;
                import java.lang.foreign.MemorySegment;
                import java.lang.invoke.MethodHandle;
                import javax.annotation.processing.Generated;

                /**
                 * The class that speaks C: one method for each function of DuckDB's C API v2 that SQE calls.
                 *
                 * <p>Generated from {@code duckdb_v2.h}, API version %s, SHA-256 {@code %s}. Every function answers a status,
                 * 0 for success; {@link Call} makes exceptions of the others.
                 */
                @Generated("io.sqe.executor.duckdb.BindingsGenerator")
                final class CApi {
                    /** The version of the C API that the header describes. */
                    static final String HEADER_VERSION = "%s";

                    /** The checksum of the header that this class was generated from. */
                    static final String HEADER_SHA256 = "%s";

                """.formatted(version(header), sha256(header), version(header), sha256(header));
    }

    private static String version(String header) {
        Matcher matcher = VERSION.matcher(header);
        List<String> parts = new ArrayList<>();
        while (matcher.find()) {
            parts.add(matcher.group(1));
        }
        return String.join(".", parts);
    }

    private static String sha256(String header) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(header.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static void appendConstants(StringBuilder source, Map<String, Integer> declared, List<String> names) {
        for (String name : names) {
            Integer value = declared.get(name);
            if (value == null) {
                throw new IllegalArgumentException("The header declares no DUCKDB_V2_" + name);
            }
            source.append(
                    "    /** {@code DUCKDB_V2_%s}. */%n    static final int %s = %d;%n%n".formatted(name, name, value));
        }
    }

    private static void appendConstructor(StringBuilder source, List<Function> functions) {
        source.append("\n    CApi(Symbols symbols) {\n");
        for (Function function : functions) {
            source.append("        %s = symbols.address(\"duckdb_v2_%s\");%n"
                    .formatted(function.javaName(), function.name()));
        }
        source.append("    }\n");
    }

    private static void appendMethod(StringBuilder source, Function function) {
        String parameters = function.parameters().stream()
                .map(parameter -> parameter.carrier().javaType + " " + camelCase(parameter.name()))
                .collect(Collectors.joining(", "));
        String arguments = function.parameters().stream()
                .map(parameter -> ", " + camelCase(parameter.name()))
                .collect(Collectors.joining());
        source.append("""

                    /** {@code %s}. */
                    int %s(%s) {
                        try {
                            return (int) %s.CALL.invokeExact(this.%s%s);
                        } catch (Throwable unexpected) {
                            throw new AssertionError("duckdb_v2_%s does not throw", unexpected);
                        }
                    }
                """.formatted(
                        function.signature(),
                        function.javaName(),
                        parameters,
                        function.shape(),
                        function.javaName(),
                        arguments,
                        function.name()));
    }

    private static void appendShapes(StringBuilder source, List<Function> functions) {
        for (String shape :
                functions.stream().map(Function::shape).sorted().distinct().toList()) {
            String layouts = shape.chars()
                    .mapToObj(letter -> Carrier.ofLetter((char) letter).layout)
                    .collect(Collectors.joining(", "));
            source.append("""

                        /** Calls of the shape {@code int (%s)}, linked on first use. */
                        private static final class %s {
                            static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, %s));
                        }
                    """.formatted(layouts, shape, layouts));
        }
        source.append("""

                    // Restricted because a wrong descriptor breaks the process: these come from DuckDB's own header.
                    @SuppressWarnings("restricted")
                    private static MethodHandle link(FunctionDescriptor descriptor) {
                        return Linker.nativeLinker().downcallHandle(descriptor);
                    }
                """);
    }

    private static String camelCase(String snakeCase) {
        var result = new StringBuilder();
        for (String part : snakeCase.split("_")) {
            result.append(result.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return result.toString();
    }
}

package io.sqe.function;

import io.sqe.function.FunctionDeclaration.FunctionKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Declares SQE's own functions to Substrait, as the text of an extension file. */
public final class SubstraitExtension {
    private SubstraitExtension() {}

    /**
     * How a plan names a function for the argument types of a signature, such as {@code substr:str_i64}. Types that a signature
     * leaves open are {@code any}.
     */
    public static String key(SubstraitName name, Signature signature) {
        return name.name() + ":"
                + signature.arguments().stream()
                        .map(SubstraitExtension::abbreviation)
                        .collect(Collectors.joining("_"));
    }

    /** The short name of a type in keys. */
    public static String abbreviation(String type) {
        return switch (base(type)) {
            case "boolean" -> "bool";
            case "integer" -> "i32";
            case "bigint" -> "i64";
            case "real" -> "fp32";
            case "double" -> "fp64";
            case "decimal" -> "dec";
            case "varchar", "json" -> "str";
            case "varbinary" -> "binary";
            case "uuid" -> "uuid";
            case "date" -> "date";
            case "time" -> "pt";
            case "timestamp" -> "pts";
            case "timestamp with time zone" -> "ptstz";
            case "array" -> "list";
            case "map" -> "map";
            default -> "any";
        };
    }

    private static String base(String type) {
        int parameters = type.indexOf('(');
        return (parameters < 0 ? type : type.substring(0, parameters)).toLowerCase(Locale.ROOT);
    }

    /** The extension file of {@link SubstraitName#SQE_URN}, in YAML. */
    public static String yaml(FunctionCatalogue catalogue) {
        StringBuilder yaml = new StringBuilder("%YAML 1.2\n---\nurn: " + SubstraitName.SQE_URN + "\n");
        append(yaml, "scalar_functions", catalogue, FunctionKind.SCALAR);
        append(yaml, "aggregate_functions", catalogue, FunctionKind.AGGREGATE);
        append(yaml, "window_functions", catalogue, FunctionKind.WINDOW);
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, String section, FunctionCatalogue catalogue, FunctionKind kind) {
        List<FunctionDeclaration> functions = catalogue.all().stream()
                .filter(function -> function.substrait().isOwn() && function.kind() == kind)
                .toList();
        if (!functions.isEmpty()) {
            yaml.append(section).append(":\n");
            functions.forEach(function -> append(yaml, function));
        }
    }

    private static void append(StringBuilder yaml, FunctionDeclaration function) {
        yaml.append("  - name: ").append(quoted(function.substrait().name())).append('\n');
        yaml.append("    description: ")
                .append(quoted(function.documentation()))
                .append('\n');
        yaml.append("    impls:\n");
        function.signatures().forEach(signature -> append(yaml, signature));
    }

    private static void append(StringBuilder yaml, Signature signature) {
        boolean isTyped = signature.arguments().isEmpty();
        yaml.append(isTyped ? "      - args: []\n" : "      - args:\n");
        IntStream.range(0, signature.arguments().size())
                .forEach(i -> yaml.append("          - name: x")
                        .append(i + 1)
                        .append("\n            value: ")
                        .append(quoted(argument(signature, i)))
                        .append('\n'));
        if (signature.variadic()) {
            yaml.append("        variadic:\n          min: 0\n");
        }
        yaml.append("        nullability: DECLARED_OUTPUT\n        return: ")
                .append(quoted(result(signature)))
                .append('\n');
    }

    /** An argument whose type is left open gets a number if the result has the same type. */
    private static String argument(Signature signature, int index) {
        String type = type(signature.arguments().get(index));
        boolean isResult = signature.result().equals("$" + (index + 1))
                || signature.result().equals("common");
        return type.equals("any") && isResult ? "any1" : type;
    }

    private static String result(Signature signature) {
        String result = signature.result();
        if (result.equals("common")) {
            return nullable(argument(signature, 0));
        }
        if (result.startsWith("$")) {
            return nullable(argument(signature, Integer.parseInt(result.substring(1)) - 1));
        }
        return nullable(type(result));
    }

    private static String nullable(String type) {
        int parameters = type.indexOf('<');
        return parameters < 0 ? type + "?" : type.substring(0, parameters) + "?" + type.substring(parameters);
    }

    private static String type(String type) {
        String parameters = type.indexOf('(') < 0 ? "" : type.substring(type.indexOf('(') + 1, type.length() - 1);
        return switch (base(type)) {
            case "integer" -> "i32";
            case "bigint" -> "i64";
            case "real" -> "fp32";
            case "double" -> "fp64";
            case "decimal" -> "decimal<" + parameters.toUpperCase(Locale.ROOT) + ">";
            case "varchar", "json" -> "string";
            case "varbinary" -> "binary";
            case "time" -> "precision_time<6>";
            case "timestamp" -> "precision_timestamp<6>";
            case "timestamp with time zone" -> "precision_timestamp_tz<6>";
            case "interval" -> "any";
            case "boolean", "uuid", "date" -> base(type);
            case "array" -> "list<" + type(parameters) + ">";
            case "map" -> "map<" + mapParts(parameters) + ">";
            case "row" -> "any";
            case "t" -> "any1";
            case "k" -> "any2";
            case "v" -> "any3";
            default -> "any";
        };
    }

    private static String mapParts(String parameters) {
        int comma = parameters.indexOf(',');
        return type(parameters.substring(0, comma).strip()) + ","
                + type(parameters.substring(comma + 1).strip());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package io.sqe.planner.binding;

import io.sqe.planner.binding.FileSource.Format;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/** Reads the calls of read_parquet, read_csv and read_json. */
final class FileFunctions {
    private static final Map<String, Format> FORMATS = Map.of(
            "read_parquet", Format.PARQUET,
            "read_csv", Format.CSV,
            "read_csv_auto", Format.CSV,
            "read_json", Format.JSON,
            "read_json_auto", Format.JSON);

    private FileFunctions() {}

    static boolean isOne(SqlCall collectionTable) {
        return format(collectionTable).isPresent();
    }

    static SqlIdentifier nameOf(SqlCall collectionTable) {
        return new SqlIdentifier(functionName(collectionTable), collectionTable.getParserPosition());
    }

    static FileSource source(SqlCall collectionTable) {
        Format format = format(collectionTable).orElseThrow();
        SqlCall function = collectionTable.operand(0);
        if (function.operandCount() == 0) {
            throw invalid(function, "names no file");
        }
        Map<String, String> options = new HashMap<>();
        function.getOperandList().stream().skip(1).forEach(option -> addOption(options, function, option));
        return new FileSource(format, locations(function, function.operand(0)), options);
    }

    private static Optional<Format> format(SqlCall collectionTable) {
        return Optional.ofNullable(FORMATS.get(functionName(collectionTable)));
    }

    private static String functionName(SqlCall collectionTable) {
        return collectionTable.operand(0) instanceof SqlCall function
                ? function.getOperator().getName().toLowerCase(Locale.ROOT)
                : "";
    }

    private static List<String> locations(SqlCall function, SqlNode argument) {
        if (argument instanceof SqlCall array
                && array.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR
                && array.operandCount() > 0) {
            return array.getOperandList().stream()
                    .map(element -> location(function, element))
                    .toList();
        }
        return List.of(location(function, argument));
    }

    private static String location(SqlCall function, SqlNode node) {
        if (node instanceof SqlLiteral literal
                && literal.getValueAs(Object.class) instanceof org.apache.calcite.util.NlsString text) {
            return text.getValue();
        }
        throw invalid(function, "names its files by something other than a text or an array of texts");
    }

    private static void addOption(Map<String, String> options, SqlCall function, SqlNode node) {
        if (node instanceof SqlCall option
                && option.getKind() == SqlKind.ARGUMENT_ASSIGNMENT
                && option.operand(0) instanceof SqlLiteral value
                && option.operand(1) instanceof SqlIdentifier name) {
            options.put(name.getSimple().toLowerCase(Locale.ROOT), String.valueOf(value.toValue()));
            return;
        }
        throw invalid(function, "has an option that is not written name => literal");
    }

    private static PlannerException invalid(SqlCall function, String why) {
        return new PlannerException.InvalidArguments(
                "Cannot read files: %s %s. Write %1$s('file', option => value)."
                        .formatted(function.getOperator().getName(), why),
                TextSpan.of(function));
    }
}

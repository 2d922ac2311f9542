package io.sqe.planner.statement;

import io.sqe.catalog.PartitionTransform;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/** Reads the terms of a partitioning. */
final class PartitionTerms {
    private static final String FORMS =
            "Write a column or one of year(c), month(c), day(c), hour(c), bucket(n, c), truncate(n, c).";

    private PartitionTerms() {}

    /** The terms of {@code ARRAY['day(ts)', 'a']}. */
    static List<SqlNode> texts(SqlNode array) {
        if (array instanceof SqlCall call && call.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR) {
            return call.getOperandList().stream().map(PartitionTerms::parsed).toList();
        }
        throw new PlannerException.InvalidStatement(
                "Cannot read property partitioning: it is not an array of texts. Write ARRAY['day(ts)'].",
                TextSpan.of(array));
    }

    private static SqlNode parsed(SqlNode text) {
        if (text instanceof SqlLiteral literal && literal.getTypeName().getFamily() != null) {
            String term = literal.getValueAs(String.class);
            return StatementParser.expression(term == null ? "" : term);
        }
        throw new PlannerException.InvalidStatement(
                "Cannot read a partition term that is not a text. " + FORMS, TextSpan.of(text));
    }

    static PartitionTerm read(SqlNode term) {
        if (term instanceof SqlIdentifier column) {
            return new PartitionTerm(column, new PartitionTransform.Identity());
        }
        if (term instanceof SqlCall call) {
            return read(call);
        }
        throw unreadable(term);
    }

    private static PartitionTerm read(SqlCall call) {
        SqlNode last = call.operandCount() == 0 ? call : call.operand(call.operandCount() - 1);
        if (last instanceof SqlIdentifier column && call.operandCount() == 1) {
            return new PartitionTerm(column, ofColumn(call));
        }
        if (call.operandCount() == 2
                && last instanceof SqlIdentifier column
                && call.operand(0) instanceof SqlLiteral number) {
            return new PartitionTerm(column, ofNumber(call, number));
        }
        if (call.operandCount() == 2
                && call.operand(0) instanceof SqlIdentifier column
                && last instanceof SqlLiteral number) {
            return new PartitionTerm(column, ofNumber(call, number));
        }
        throw unreadable(call);
    }

    private static PartitionTransform ofColumn(SqlCall call) {
        return switch (name(call)) {
            case "year", "years" -> new PartitionTransform.Year();
            case "month", "months" -> new PartitionTransform.Month();
            case "day", "days", "date" -> new PartitionTransform.Day();
            case "hour", "hours", "date_hour" -> new PartitionTransform.Hour();
            case "identity" -> new PartitionTransform.Identity();
            case "void" -> new PartitionTransform.AlwaysNull();
            default -> throw unreadable(call);
        };
    }

    private static PartitionTransform ofNumber(SqlCall call, SqlLiteral literal) {
        int number = literal.intValue(true);
        if (number < 1) {
            throw unreadable(call);
        }
        return switch (name(call)) {
            case "bucket" -> new PartitionTransform.Bucket(number);
            case "truncate" -> new PartitionTransform.Truncate(number);
            default -> throw unreadable(call);
        };
    }

    private static String name(SqlCall call) {
        return call.getOperator().getName().toLowerCase(Locale.ROOT);
    }

    private static PlannerException unreadable(SqlNode term) {
        return new PlannerException.InvalidStatement(
                "Cannot partition by this expression: it is no transform of a column. " + FORMS, TextSpan.of(term));
    }
}

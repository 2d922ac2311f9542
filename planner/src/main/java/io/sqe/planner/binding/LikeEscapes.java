package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Checks what {@code LIKE … ESCAPE} says of its escape character, as far as it is constant. */
final class LikeEscapes {
    private LikeEscapes() {}

    static void check(SqlCall call) {
        if (call.getKind() == SqlKind.LIKE
                && call.operandCount() > 2
                && call.operand(2) instanceof SqlCharStringLiteral literal) {
            checkPattern(call.operand(1), checked(literal));
        }
    }

    private static String checked(SqlCharStringLiteral literal) {
        String escape = literal.getValueAs(String.class);
        if (escape.codePointCount(0, escape.length()) != 1) {
            throw new PlannerException.InvalidArguments(
                    "Cannot escape with '%s': ESCAPE takes a single character.".formatted(escape),
                    TextSpan.of(literal));
        }
        return escape;
    }

    private static void checkPattern(SqlNode pattern, String escape) {
        if (pattern instanceof SqlCharStringLiteral literal && hasLoose(escape, literal.getValueAs(String.class))) {
            throw new PlannerException.InvalidArguments(
                    "Cannot read the pattern: %%, _ or %1$s must follow the escape character %1$s.".formatted(escape),
                    TextSpan.of(literal));
        }
    }

    /** Whether an escape character stands before something that has no meaning to escape. */
    private static boolean hasLoose(String escape, String pattern) {
        String quoted = Pattern.quote(escape);
        return pattern.replaceAll(quoted + "(?:[%_]|" + quoted + ")", "").contains(escape);
    }
}

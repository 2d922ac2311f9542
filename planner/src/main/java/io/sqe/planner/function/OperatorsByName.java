package io.sqe.planner.function;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/** An operator table that finds by name, whatever its letter case, and by syntax; categories play no part. */
final class OperatorsByName implements SqlOperatorTable {
    private final List<SqlOperator> operators;
    private final Map<String, List<SqlOperator>> byName;

    OperatorsByName(List<SqlOperator> operators) {
        this.operators = List.copyOf(operators);
        byName = operators.stream().collect(Collectors.groupingBy(operator -> key(operator.getName())));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public void lookupOperatorOverloads(
            SqlIdentifier name,
            @Nullable SqlFunctionCategory category,
            SqlSyntax syntax,
            List<SqlOperator> found,
            SqlNameMatcher nameMatcher) {
        if (name.isSimple()) {
            byName.getOrDefault(key(name.getSimple()), List.of()).stream()
                    .filter(operator -> isWrittenAs(operator, syntax))
                    .forEach(found::add);
        }
    }

    /** A function such as CAST is looked up as a function though its arguments have a syntax of their own. */
    static boolean isWrittenAs(SqlOperator operator, SqlSyntax syntax) {
        return operator.getSyntax() == syntax || (syntax == SqlSyntax.FUNCTION && operator instanceof SqlFunction);
    }

    @Override
    public List<SqlOperator> getOperatorList() {
        return operators;
    }
}

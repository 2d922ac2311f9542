package io.sqe.planner.statement;

import io.sqe.catalog.IfExists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Collects what CREATE TABLE says, in whatever order it says it. */
public final class CreateTableParts {
    private static final String PARTITIONING = "partitioning";

    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<PartitionTerm> partitioning = new ArrayList<>();
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private Optional<String> comment = Optional.empty();
    private Optional<SqlNode> query = Optional.empty();
    private Statement.Rows rows = Statement.Rows.WITH_DATA;

    public void column(ColumnDefinition column) {
        columns.add(column);
    }

    public void comment(String text) {
        comment = Optional.of(text);
    }

    public void query(SqlNode source) {
        query = Optional.of(source);
    }

    public void withoutData() {
        rows = Statement.Rows.NO_DATA;
    }

    public void partition(SqlNode term) {
        partitioning.add(PartitionTerms.read(term));
    }

    /** Keeps a property; one named {@code partitioning} is the list of terms that PARTITIONED BY would have. */
    public void property(String name, SqlNode value, SqlParserPos position) {
        if (name.equalsIgnoreCase(PARTITIONING)) {
            PartitionTerms.texts(value).forEach(this::partition);
            return;
        }
        var property = new Property(text(name, value), TextSpan.of(position));
        if (properties.put(name.toLowerCase(Locale.ROOT), property) != null) {
            throw new PlannerException.InvalidStatement(
                    "Property %s is set twice. Keep one of them.".formatted(name), TextSpan.of(position));
        }
    }

    public Map<String, Property> properties() {
        return properties;
    }

    public Statement.CreateTable build(SqlIdentifier name, OrReplace orReplace, IfExists ifExists) {
        if (columns.isEmpty() && query.isEmpty()) {
            throw new PlannerException.InvalidStatement(
                    "Cannot create %s: it has no columns. List them in parentheses, or add AS and a query."
                            .formatted(name),
                    TextSpan.of(name));
        }
        return new Statement.CreateTable(
                name, orReplace, ifExists, columns, comment, partitioning, properties, query, rows);
    }

    private static String text(String name, SqlNode value) {
        return switch (value) {
            case SqlLiteral literal -> String.valueOf(literal.toValue());
            case SqlIdentifier word when word.isSimple() -> word.getSimple();
            case SqlCall call
            when call.getOperandList().size() == 1 && call.operand(0) instanceof SqlLiteral number ->
                call.getOperator().getName() + number.toValue();
            default ->
                throw new PlannerException.InvalidStatement(
                        "Cannot set property %s: its value is not a literal. Write a text, a number, TRUE or FALSE."
                                .formatted(name),
                        TextSpan.of(value));
        };
    }
}

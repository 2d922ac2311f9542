package io.sqe.planner.parameter;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.StarChange;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.TableAtVersion;
import io.sqe.planner.statement.TextSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Puts typed constants in the place of a statement's placeholders. No value ever becomes text, so that none can be read as SQL. Takes the
 * statement's trees apart.
 */
public final class ParameterBinding extends SqlShuttle {
    private final Parameters parameters;
    private final Places places;

    private ParameterBinding(Parameters parameters, Places places) {
        this.parameters = parameters;
        this.places = places;
    }

    /** Whether it can be told from a constant that it was a parameter. */
    private enum Places {
        FORGOTTEN,
        MARKED
    }

    /**
     * The statement without placeholders.
     *
     * @throws PlannerException if there are more or fewer of them than values
     */
    public static Statement apply(Statement statement, Parameters parameters) {
        List<SqlDynamicParam> placeholders = Placeholders.of(statement);
        requireAsMany(placeholders, parameters);
        if (placeholders.isEmpty()) {
            return statement;
        }
        if (statement instanceof Statement.CreateView) {
            throw new PlannerException.Unsupported("A parameter in a view", TextSpan.of(placeholders.getFirst()));
        }
        return changed(statement, new ParameterBinding(parameters, Places.FORGOTTEN));
    }

    /**
     * The statement with a {@link ParameterMark} around each constant; nothing if the statement may be planned otherwise for other values of
     * the same types.
     */
    public static Optional<Statement> mark(Statement statement, Parameters parameters) {
        boolean isFree = parameters.values().stream().allMatch(Parameter.Value.class::isInstance)
                && ParameterPlaces.takeAnyValue(statement);
        if (!isFree) {
            return Optional.empty();
        }
        requireAsMany(Placeholders.of(statement), parameters);
        return Optional.of(changed(statement, new ParameterBinding(parameters, Places.MARKED)));
    }

    private static Statement changed(Statement statement, ParameterBinding binding) {
        return Placeholders.change(statement, query -> binding.changed(query));
    }

    private static void requireAsMany(List<SqlDynamicParam> placeholders, Parameters parameters) {
        int wanted = placeholders.size();
        int given = parameters.values().size();
        if (wanted != given) {
            throw new PlannerException.InvalidArguments(
                    "The statement has %d parameters, and %d values are given. Give one value for each."
                            .formatted(wanted, given),
                    given < wanted ? TextSpan.of(placeholders.get(given)) : TextSpan.START);
        }
    }

    @Override
    public SqlNode visit(SqlDynamicParam placeholder) {
        int index = placeholder.getIndex();
        SqlNode constant = ParameterNodes.typed(parameters.values().get(index), placeholder.getParserPosition());
        return switch (places) {
            case FORGOTTEN -> constant;
            case MARKED -> ParameterMark.around(constant, index);
        };
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        return switch (call) {
            case SqlOrderBy ordered -> ordered(ordered);
            case StarChange change ->
                new StarChange(change.getParserPosition(), change.star(), change.excludedNames(), (SqlNodeList)
                        changed(change.replacements()));
            case TableAtVersion versioned ->
                new TableAtVersion(
                        versioned.getParserPosition(),
                        changed(versioned.table()),
                        versioned.axis(),
                        version(versioned.at()));
            default -> super.visit(call);
        };
    }

    /** A snapshot's id is a bare number; all else may be cast. */
    private SqlNode version(SqlNode at) {
        boolean isId = at instanceof SqlDynamicParam placeholder
                && ParameterNodes.isWhole(parameters.values().get(placeholder.getIndex()));
        return isId ? Objects.requireNonNull(bare(at)) : changed(at);
    }

    /** LIMIT and OFFSET take bare numbers only. */
    private SqlNode ordered(SqlOrderBy ordered) {
        return new SqlOrderBy(
                ordered.getParserPosition(),
                changed(ordered.query),
                (SqlNodeList) changed(ordered.orderList),
                bare(ordered.offset),
                bare(ordered.fetch));
    }

    private @Nullable SqlNode bare(@Nullable SqlNode count) {
        if (count instanceof SqlDynamicParam placeholder) {
            return ParameterNodes.count(
                    parameters.values().get(placeholder.getIndex()), placeholder.getParserPosition());
        }
        return count == null ? null : changed(count);
    }

    private SqlNode changed(SqlNode node) {
        SqlNode changed = node.accept(this);
        return changed == null ? node : changed;
    }
}

package io.sqe.planner.binding;

import io.sqe.planner.statement.GroupsFrame;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.StatementParser;
import io.sqe.planner.statement.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlMoniker;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Calcite's validator with the select lists and names that are ours. */
final class SqeValidator extends SqlValidatorImpl {
    private static final SqlValidator.Config CONFIG = SqlValidator.Config.DEFAULT
            .withConformance(StatementParser.CONFORMANCE)
            .withDefaultNullCollation(NullCollation.LAST)
            .withIdentifierExpansion(true)
            .withCallRewrite(false);

    /** Operators that the grammar makes by itself, whatever functions there are. */
    private static final SqlOperatorTable OF_THE_GRAMMAR =
            SqlOperatorTables.of(SqlLibraryOperators.INFIX_CAST, SqlLibraryOperators.TRY_CAST, GroupsFrame.MARKER);

    /** Columns that a star may stand before: Calcite takes quadratic time to write it out, a second for as many as these. */
    private static final int STAR_COLUMNS_MAX = 10_000;

    private boolean peerGroups;

    SqeValidator(SqlOperatorTable operators, StatementCatalog catalog) {
        super(SqlOperatorTables.chain(operators, OF_THE_GRAMMAR), catalog, SqeTypeFactory.INSTANCE, CONFIG);
    }

    /** Whether any window counts groups of peers. */
    boolean hasPeerGroups() {
        return peerGroups;
    }

    @Override
    public void validateCall(SqlCall call, SqlValidatorScope scope) {
        peerGroups |= call.getOperator().equals(GroupsFrame.MARKER);
        LikeEscapes.check(call);
        super.validateCall(call, scope);
    }

    /** A placeholder that nothing gives a type is a text. */
    @Override
    protected void inferUnknownTypes(RelDataType inferredType, SqlValidatorScope scope, SqlNode node) {
        boolean isOpen = node instanceof SqlDynamicParam && inferredType.equals(unknownType);
        super.inferUnknownTypes(isOpen ? typeFactory.createSqlType(SqlTypeName.VARCHAR) : inferredType, scope, node);
    }

    @Override
    protected RelDataType validateSelectList(SqlNodeList items, SqlSelect select, RelDataType targetRowType) {
        SqlNodeList plain = StarChanges.applyTo(
                items,
                changed ->
                        expandStar(new SqlNodeList(changed, changed.getFirst().getParserPosition()), select, false));
        requireExpandable(plain, select);
        select.setSelectList(plain);
        return super.validateSelectList(plain, select, targetRowType);
    }

    /** A star over a join of stars doubles what each of them stands for. */
    private void requireExpandable(SqlNodeList items, SqlSelect select) {
        if (items.stream().noneMatch(item -> item instanceof SqlIdentifier name && name.isStar())) {
            return;
        }
        List<SqlMoniker> columns = new ArrayList<>();
        getFromScope(select).findAllColumnNames(columns);
        if (columns.size() > STAR_COLUMNS_MAX) {
            throw new PlannerException.TooComplex(
                    "Cannot plan the statement: a star stands for columns of a FROM that has %,d of them, and %,d is the most. Name the columns that are wanted."
                            .formatted(columns.size(), STAR_COLUMNS_MAX),
                    TextSpan.of(items));
        }
    }

    /** Names of the columns that the statement's tables have, and of those it makes itself, for suggestions. */
    List<String> columnNames() {
        Stream<String> made = namespaces.keySet().stream()
                .filter(SqlSelect.class::isInstance)
                .flatMap(select -> ((SqlSelect) select).getSelectList().stream())
                .filter(item -> item.getKind() == SqlKind.AS)
                .map(item -> ((SqlCall) item).operand(1).toString());
        return Stream.concat(((StatementCatalog) getCatalogReader()).columnNames(), made)
                .distinct()
                .toList();
    }

    /** The names that the statement gives to tables, for suggestions. */
    List<String> aliases() {
        return namespaces.keySet().stream()
                .filter(node -> node.getKind() == SqlKind.AS)
                .map(node -> ((SqlCall) node).operand(1).toString())
                .distinct()
                .toList();
    }
}

package io.sqe.planner.binding;

import io.sqe.planner.statement.StatementParser;
import java.util.List;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/** Calcite's validator with the select lists and names that are ours. */
final class SqeValidator extends SqlValidatorImpl {
    private static final SqlValidator.Config CONFIG = SqlValidator.Config.DEFAULT
            .withConformance(StatementParser.CONFORMANCE)
            .withDefaultNullCollation(NullCollation.LAST)
            .withIdentifierExpansion(true)
            .withCallRewrite(false);

    SqeValidator(SqlOperatorTable operators, StatementCatalog catalog) {
        super(operators, catalog, SqeTypeFactory.INSTANCE, CONFIG);
    }

    /** An expression without a name of its own is called by its position, as Trino does. */
    @Override
    public String deriveAlias(SqlNode node, int ordinal) {
        String alias = SqlValidatorUtil.alias(node, ordinal);
        return alias.startsWith("EXPR$") ? "_col" + ordinal : alias;
    }

    @Override
    protected RelDataType validateSelectList(SqlNodeList items, SqlSelect select, RelDataType targetRowType) {
        SqlNodeList plain = StarChanges.applyTo(
                items,
                changed ->
                        expandStar(new SqlNodeList(changed, changed.getFirst().getParserPosition()), select, false));
        select.setSelectList(plain);
        return super.validateSelectList(plain, select, targetRowType);
    }

    /** Names of the columns that the statement's tables and sub-queries have, for suggestions. */
    List<String> columnNames() {
        return namespaces.values().stream()
                .filter(SqeValidator::isResolved)
                .flatMap(namespace -> namespace.getRowType().getFieldNames().stream())
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

    private static boolean isResolved(SqlValidatorNamespace namespace) {
        try {
            return namespace.getRowType().isStruct();
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}

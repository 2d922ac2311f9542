package io.sqe.planner.binding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.validate.SqlMoniker;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.jspecify.annotations.Nullable;

/**
 * All that a statement's validator can find: the scans that its references were bound to, each by a name that no text can spell, and
 * nothing else.
 */
final class StatementCatalog implements Prepare.CatalogReader {
    private final CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    private final Map<List<String>, ScanTable> tables = new HashMap<>();
    private final CalciteConnectionConfig config = CalciteConnectionConfig.DEFAULT;

    void add(int scan, ScanTable table) {
        tables.put(table.getQualifiedName(), table);
        root.add(ScanTable.uniqueName(scan), table.entry());
    }

    /** The columns of all scans. */
    Stream<String> columnNames() {
        return tables.values().stream().flatMap(table -> table.getRowType().getFieldNames().stream());
    }

    @Override
    public Prepare.@Nullable PreparingTable getTable(List<String> names) {
        return tables.get(names);
    }

    @Override
    public Prepare.@Nullable PreparingTable getTableForMember(List<String> names) {
        return getTable(names);
    }

    @Override
    public CalciteSchema getRootSchema() {
        return root;
    }

    @Override
    public List<List<String>> getSchemaPaths() {
        return List.of(List.of());
    }

    @Override
    public Prepare.CatalogReader withSchemaPath(List<String> schemaPath) {
        return this;
    }

    @Override
    public CalciteConnectionConfig getConfig() {
        return config;
    }

    @Override
    public RelDataTypeFactory getTypeFactory() {
        return SqeTypeFactory.INSTANCE;
    }

    @Override
    public SqlNameMatcher nameMatcher() {
        return SqlNameMatchers.withCaseSensitive(false);
    }

    @Override
    public RelDataType createTypeFromProjection(RelDataType type, List<String> columnNames) {
        return SqlValidatorUtil.createTypeFromProjection(type, columnNames, getTypeFactory(), false);
    }

    @Override
    public <C> @Nullable C unwrap(Class<C> wanted) {
        return wanted.isInstance(this) ? wanted.cast(this) : null;
    }

    @Override
    public void registerRules(RelOptPlanner planner) {
        // There are none.
    }

    @Override
    public @Nullable RelDataType getNamedType(SqlIdentifier typeName) {
        return null;
    }

    @Override
    public List<SqlMoniker> getAllSchemaObjectNames(List<String> names) {
        return List.of();
    }

    @Override
    public void lookupOperatorOverloads(
            SqlIdentifier name,
            @Nullable SqlFunctionCategory category,
            SqlSyntax syntax,
            List<SqlOperator> operators,
            SqlNameMatcher matcher) {
        // Functions come from the catalogue alone.
    }

    @Override
    public List<SqlOperator> getOperatorList() {
        return List.of();
    }

    @Override
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // Part of the interface all the same.
    public @Nullable RelDataTypeField field(RelDataType rowType, String alias) {
        return nameMatcher().field(rowType, alias);
    }

    @Override
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // Part of the interface all the same.
    public boolean matches(String left, String right) {
        return nameMatcher().matches(left, right);
    }

    @Override
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // Part of the interface all the same.
    public boolean isCaseSensitive() {
        return false;
    }
}

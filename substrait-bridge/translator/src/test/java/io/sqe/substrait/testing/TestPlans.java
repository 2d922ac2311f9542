package io.sqe.substrait.testing;

import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.planner.binding.BoundPlan;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.function.FunctionOperators;
import io.sqe.planner.securing.PlanSecuring;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.StatementParser;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/** Plans SQL over the test tables with full access to them. */
public final class TestPlans {
    private static final RelDataTypeFactory TYPES = TestTypes.FACTORY;

    private final Map<String, TableMetadata> tables;

    private TestPlans(Map<String, TableMetadata> tables) {
        this.tables = tables;
    }

    /** Plans over the tables of TPC-H and the table {@code types}. */
    public static TestPlans tpch() {
        return new TestPlans(TestTables.tpch());
    }

    public static TestPlans tpcds() {
        return new TestPlans(TestTables.tpcds());
    }

    /** The text of a query of the suites, its Spark dialect made standard, such as {@code tpch/q1.sql}. */
    public static String query(String name) {
        try (InputStream text = TestPlans.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace('`', '"')
                    .replace(") at,", ") \"at\",");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public SecuredPlan plan(String sql) {
        SqlNode query = ((Statement.Query) StatementParser.parse(sql)).query();
        List<BoundTable> bound = new ArrayList<>();
        CalciteCatalogReader catalog = catalog(bound);
        SqlValidator validator = SqlValidatorUtil.newValidator(
                FunctionOperators.standard().table(),
                catalog,
                TYPES,
                SqlValidator.Config.DEFAULT
                        .withConformance(StatementParser.CONFORMANCE)
                        .withIdentifierExpansion(true)
                        .withTypeCoercionEnabled(true));
        SqlNode validated = validator.validate(query);
        SqlToRelConverter converter = new SqlToRelConverter(
                (type, text, schemas, path) -> {
                    throw new UnsupportedOperationException("views");
                },
                validator,
                catalog,
                RelOptCluster.create(new VolcanoPlanner(), new RexBuilder(TYPES)),
                StandardConvertletTable.INSTANCE,
                SqlToRelConverter.config().withExpand(false).withInSubQueryThreshold(Integer.MAX_VALUE));
        RelRoot root = converter.convertQuery(validated, false, true);
        List<String> names = root.fields.stream().map(Map.Entry::getValue).toList();
        Map<TableName, TableAccess> access = bound.stream()
                .map(BoundTable::name)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), name -> new TableAccess.Full()));
        Principal principal = new Principal("ada", Set.of());
        return PlanSecuring.secure(new BoundPlan(root.project(), names, bound, List.of(), principal, access));
    }

    private CalciteCatalogReader catalog(List<BoundTable> bound) {
        CalciteSchema root = CalciteSchema.createRootSchema(false);
        tables.forEach((name, metadata) -> root.add(name, new ScannedTable(metadata, () -> {
            var table = new BoundTable(metadata.name(), new TableVersion.Current(), metadata, bound.size());
            bound.add(table);
            return table;
        })));
        Properties properties = new Properties();
        properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
        return new CalciteCatalogReader(root, List.of(), TYPES, new CalciteConnectionConfigImpl(properties));
    }
}

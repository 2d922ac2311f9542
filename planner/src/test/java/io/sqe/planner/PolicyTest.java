package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.binding.BoundTable;
import io.sqe.planner.binding.Cacheability.Lifetime;
import io.sqe.planner.binding.ScanTable;
import io.sqe.planner.securing.RowFilter;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.PlannerException;
import io.sqe.policy.decision.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No way of naming a table escapes its policy, and what policy hides is as if it were not there. */
class PolicyTest {
    private static final TablePolicy POLICY = new TablePolicy()
            .restrict("customers", List.of("region = 'EU'"), Map.of("name", "'***'"), "ssn")
            .deny("numbers");
    private static final Lake LAKE = Shop.lake().under(POLICY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM customers",
                "SELECT id FROM Customers c",
                "SELECT c.name FROM lake.sales.customers AS c WHERE c.id = 1",
                "TABLE customers",
                "SELECT o.id FROM orders o JOIN customers c ON o.customer_id = c.id",
                "SELECT a.id FROM customers a, customers b WHERE a.id = b.id",
                "SELECT id FROM orders WHERE customer_id IN (SELECT id FROM customers)",
                "SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)",
                "SELECT (SELECT max(name) FROM customers) FROM orders",
                "SELECT id FROM orders ORDER BY (SELECT max(id) FROM customers)",
                "SELECT count(*) FROM orders GROUP BY region HAVING count(*) > (SELECT count(*) FROM customers)",
                "SELECT sum((SELECT max(id) FROM customers)) OVER () FROM orders",
                "SELECT id FROM orders WHERE total > ALL (SELECT id FROM customers)",
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM customers) THEN 1 ELSE 2 END FROM orders",
                "SELECT o.id FROM orders o LEFT JOIN orders p ON o.id = (SELECT max(id) FROM customers)",
                "WITH c AS (SELECT * FROM customers) SELECT * FROM c",
                "WITH c AS (SELECT * FROM customers) SELECT x.id FROM c x JOIN c y ON x.id = y.id",
                "WITH RECURSIVE r(n) AS (SELECT id FROM customers UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r",
                "SELECT * FROM (SELECT * FROM customers) s",
                "SELECT * FROM orders o, LATERAL (SELECT name FROM customers c WHERE c.id = o.customer_id) l",
                "SELECT id FROM orders UNION ALL SELECT id FROM customers",
                "SELECT id FROM orders EXCEPT SELECT id FROM customers",
                "SELECT * FROM people",
                "SELECT * FROM (VALUES ((SELECT max(id) FROM customers))) v(x)",
                "SELECT * FROM customers FOR VERSION AS OF 1",
                "SELECT id FROM customers TABLESAMPLE BERNOULLI (10)",
                "SELECT * FROM UNNEST(ARRAY[(SELECT max(id) FROM customers)]) AS u(x)",
                "EXPLAIN SELECT * FROM customers",
                "EXPLAIN ANALYZE SELECT * FROM customers",
                "INSERT INTO orders (id) SELECT id FROM customers",
                "CREATE TABLE copy AS SELECT * FROM customers",
                "CREATE OR REPLACE TABLE copy AS SELECT * FROM people",
                "EXPLAIN CREATE TABLE copy AS SELECT * FROM customers"
            })
    void everyScanOfTheTableSitsUnderItsFilter(String sql) {
        List<RelNode> parents = parentsOfScans(LAKE.query(sql), "customers");

        assertThat(parents).isNotEmpty().allMatch(RowFilter.class::isInstance);
    }

    @Test
    void filterReadsStoredColumnsAndMaskStandsInForItsColumn() {
        SecuredPlan plan = LAKE.query("SELECT * FROM customers");

        assertThat(plan.columnNames()).containsExactly("id", "name", "region");
        assertThat(RelOptUtil.toString(plan.root())).isEqualToNormalizingNewlines("""
                LogicalProject(id=[$0], name=[$1], region=[$2])
                  LogicalProject(id=[$0], name=['***':VARCHAR CHARACTER SET "UTF-8"], region=[$3])
                    RowFilter(condition=[=($3, 'EU')])
                      LogicalTableScan(table=[[lake, sales, customers, #0]])
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id < 10 | name | UNTIL_CATALOG_CHANGES",
                "current_user = 'ada' | name | UNTIL_CATALOG_CHANGES",
                "current_date < DATE '2030-01-01' | name | THIS_STATEMENT",
                "id < 10 | CAST(current_date AS VARCHAR) | THIS_STATEMENT"
            })
    void aPolicyThatAsksForTheTimeIsAskedForEveryStatement(String filter, String mask, Lifetime lifetime) {
        Lake timed = Shop.lake().under(new TablePolicy().restrict("customers", List.of(filter), Map.of("name", mask)));

        assertThat(timed.query("SELECT name FROM customers").cacheability().lifetime())
                .isEqualTo(lifetime);
        assertThat(timed.query("SELECT id FROM orders").cacheability().lifetime())
                .isEqualTo(Lifetime.UNTIL_CATALOG_CHANGES);
    }

    @Test
    void whatAPersonIsShownOfAPlanHasNoPolicyInIt() {
        SecuredPlan plan =
                LAKE.query("SELECT id FROM orders WHERE customer_id IN (SELECT id FROM customers WHERE name = 'x')");

        assertThat(plan.isRestricted()).isTrue();
        assertThat(plan.describe())
                .contains("lake, sales, customers")
                .doesNotContain("EU", "***", "RowFilter", "ssn", "#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ssn FROM customers",
                "SELECT c.ssn FROM customers c",
                "SELECT id FROM customers WHERE ssn = '1'",
                "SELECT id FROM customers ORDER BY ssn",
                "SELECT count(*) FROM customers GROUP BY ssn",
                "SELECT * EXCLUDE (ssn) FROM customers",
                "SELECT * FROM customers JOIN orders USING (ssn)",
                "SELECT x.id FROM customers x JOIN customers y ON x.ssn = y.ssn",
                "SELECT social_number FROM customers FOR VERSION AS OF 1",
                "INSERT INTO customers (id, ssn) VALUES (1, 'x')"
            })
    void hiddenColumnDoesNotExist(String sql) {
        Lake writable = Shop.lake().under(new TablePolicy().restrict("customers", List.of(), Map.of(), "ssn"));

        assertThatThrownBy(() -> writable.query(sql)).isInstanceOf(PlannerException.UnknownColumn.class);
    }

    @Test
    void hiddenColumnIsNotSuggested() {
        assertThatThrownBy(() -> LAKE.query("SELECT sn FROM customers"))
                .hasMessage("Cannot find column sn. DESCRIBE lists the columns of a table.");
    }

    @Test
    void naturalJoinDoesNotMatchOnHiddenColumns() {
        Lake lake = Shop.lake().under(new TablePolicy().restrict("customers", List.of(), Map.of(), "region"));

        assertThat(lake.query("SELECT * FROM orders NATURAL JOIN customers").columnNames())
                .containsExactly("id", "customer_id", "total", "placed", "day", "region", "tags", "name", "ssn");
        assertThat(RelOptUtil.toString(lake.query("SELECT * FROM orders NATURAL JOIN customers")
                        .root()))
                .contains("condition=[=($0, $7)]");
    }

    @Test
    void columnRenamedSinceStaysHiddenAndFilteredInAnOldVersion() {
        SecuredPlan plan = LAKE.query("SELECT * FROM customers FOR VERSION AS OF 1");

        assertThat(plan.columnNames()).containsExactly("id", "region");
    }

    @Test
    void filterThatNamesAColumnRenamedSinceStillFilters() {
        Lake lake = Shop.lake().under(new TablePolicy().filter("orders", "region = 'EU'"));

        SecuredPlan plan = lake.query("SELECT area FROM orders FOR VERSION AS OF 1");

        assertThat(RelOptUtil.toString(plan.root())).contains("RowFilter(condition=[=($1, 'EU')])");
    }

    @Test
    void deniedTableDoesNotExistAndIsNotSuggested() {
        assertThatThrownBy(() -> LAKE.query("SELECT * FROM numbers"))
                .isInstanceOf(PlannerException.UnknownTable.class)
                .hasMessage("Cannot find table lake.sales.numbers. SHOW TABLES lists what there is.");
        assertThatThrownBy(() -> LAKE.query("SELECT * FROM number")).hasMessageNotContaining("numbers");
        assertThatThrownBy(() -> LAKE.command("DROP TABLE numbers")).isInstanceOf(PlannerException.UnknownTable.class);
        assertThat(LAKE.command("DROP TABLE IF EXISTS numbers")).isEqualTo(new CatalogCommand.Nothing());
    }

    @Test
    void showTellsWhatThePrincipalMayKnow() {
        assertThat(LAKE.command("SHOW TABLES"))
                .isEqualTo(new CatalogCommand.Answer(
                        List.of("Table"),
                        List.of(
                                List.of("customers"),
                                List.of("everyone"),
                                List.of("numbers_of_people"),
                                List.of("orders"),
                                List.of("people"),
                                List.of("renamed"))));
        assertThat(LAKE.command("DESCRIBE customers").toString())
                .contains("region")
                .doesNotContain("ssn");
        assertThat(LAKE.command("SHOW CREATE TABLE customers").toString())
                .contains("region")
                .doesNotContain("ssn");
    }

    @Test
    void viewOfMoreColumnsThanThePrincipalSeesTellsNothing() {
        assertThat(Shop.lake().query("SELECT d FROM renamed").columnNames()).containsExactly("d");
        assertThatThrownBy(() -> LAKE.query("SELECT * FROM everyone"))
                .isInstanceOf(PlannerException.InvalidStatement.class)
                .hasMessage("Cannot read view lake.sales.everyone: its query refers to something that is not there. "
                        + "Ask whoever made it.");
    }

    @Test
    void brokenViewDoesNotTellWhatItsQueryNames() {
        assertThatThrownBy(() -> LAKE.query("SELECT * FROM numbers_of_people"))
                .isInstanceOf(PlannerException.InvalidStatement.class)
                .hasMessageNotContaining("ssn");
        assertThatThrownBy(() -> LAKE.command("SHOW CREATE VIEW numbers_of_people"))
                .hasMessageNotContaining("ssn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no such thing (",
                "unknown_column = 1",
                "region IN (SELECT region FROM orders)",
                "count(*) > 1",
                "row_number() OVER () = 1",
                "region"
            })
    void filterThatCannotBeUsedClosesTheTableWithoutSayingWhy(String filter) {
        Lake lake = Shop.lake().under(new TablePolicy().filter("customers", filter));

        assertThatThrownBy(() -> lake.query("SELECT id FROM customers"))
                .isInstanceOf(PlannerException.AccessDenied.class)
                .hasMessage("Cannot read table lake.sales.customers: its policy cannot be applied. "
                        + "Ask whoever keeps the policy to correct it.")
                .hasNoCause();
    }

    @Test
    void maskOfAnotherTypeClosesTheTable() {
        Lake lake = Shop.lake().under(new TablePolicy().restrict("customers", List.of(), Map.of("id", "'secret'")));

        assertThatThrownBy(() -> lake.query("SELECT id FROM customers"))
                .isInstanceOf(PlannerException.AccessDenied.class);
    }

    @Test
    void filterKnowsTheUserAndTheirRoles() {
        Lake lake = Shop.lake()
                .under(new TablePolicy().filter("orders", "region = current_user OR is_role_in_session('boss')"))
                .as("ana", "boss");

        assertThat(RelOptUtil.toString(lake.query("SELECT id FROM orders").root()))
                .contains("RowFilter(condition=[OR(=($5, 'ana'), true)])");
        assertThat(RelOptUtil.toString(
                        lake.as("bo").query("SELECT id FROM orders").root()))
                .contains("RowFilter(condition=[OR(=($5, 'bo'), false)])");
    }

    @Test
    void writingNeedsItsOwnPermission() {
        Lake lake = Shop.lake().under(new TablePolicy().forbid("orders", TableAction.INSERT, TableAction.DROP));

        assertThatThrownBy(() -> lake.query("INSERT INTO orders (id) VALUES (1)"))
                .isInstanceOf(PlannerException.AccessDenied.class)
                .hasMessage("You may not insert into lake.sales.orders. Ask whoever keeps the policy.");
        assertThatThrownBy(() -> lake.command("DROP TABLE orders")).isInstanceOf(PlannerException.AccessDenied.class);
        assertThatThrownBy(() -> lake.query("CREATE OR REPLACE TABLE orders AS SELECT 1 AS id"))
                .isInstanceOf(PlannerException.AccessDenied.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM \"orders$snapshots\"",
                "SELECT * FROM sales.orders.files",
                "SELECT * FROM lake.sales.orders.\"partitions\""
            })
    void metadataTablesAreRefused(String sql) {
        assertThatThrownBy(() -> Shop.lake().query(sql))
                .isInstanceOf(PlannerException.Unsupported.class)
                .hasMessageContaining("Metadata table");
    }

    @Test
    void namesOfScansCannotBeSpelled() {
        assertThatThrownBy(() -> LAKE.query("SELECT c.id FROM customers c, \"#0\" x"))
                .isInstanceOf(PlannerException.UnknownTable.class);
    }

    /** The nodes directly above the scans of a table, wherever in the plan; a scan that has none stands for itself. */
    private static List<RelNode> parentsOfScans(SecuredPlan plan, String table) {
        List<RelNode> parents = new ArrayList<>();
        collect(plan.root(), plan.root(), table, parents);
        return parents;
    }

    private static void collect(RelNode parent, RelNode node, String table, List<RelNode> parents) {
        if (node instanceof TableScan scan && isOf(scan, table)) {
            parents.add(parent);
        }
        node.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery subQuery) {
                collect(subQuery.rel, subQuery.rel, table, parents);
                return super.visitSubQuery(subQuery);
            }
        });
        node.getInputs().forEach(input -> collect(node, input, table, parents));
    }

    private static boolean isOf(TableScan scan, String table) {
        ScanTable scanned = scan.getTable().unwrap(ScanTable.class);
        BoundTable bound = scanned == null ? null : scanned.unwrap(BoundTable.class);
        return bound != null && bound.name().table().equals(table);
    }
}

package io.sqe.gateway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.InMemoryWarehouse;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.testing.DecidedPolicy;
import io.sqe.gateway.testing.OneCatalog;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.pruning.ScanPredicates;
import io.sqe.planner.statement.PlannerException;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that is served again is the same object. */
class PlanCacheTest {
    private static final NamespaceName MAIN = NamespaceName.of("lake", "main");
    private static final TableName ORDERS = MAIN.table("orders");
    private static final String SQL = "SELECT id FROM orders";
    private static final String LOOKUP = "SELECT id FROM orders WHERE id = ?";

    private final IcebergCatalog catalog = InMemoryWarehouse.open("lake");
    private final ChangingPolicy policy = new ChangingPolicy();
    private final StatementPlanning planning = planning();
    private final Session ada = session("ada", MAIN, ZoneOffset.UTC);

    @BeforeEach
    void createTable() {
        catalog.createNamespace(MAIN, Map.of(), IfExists.FAIL);
        createOrders();
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aQueryIsPlannedOnce() {
        assertThat(plan(SQL, ada)).isSameAs(plan(SQL, ada));
        assertThat(plan(SQL, ada)).isNotSameAs(plan(SQL + " ", ada));
    }

    @Test
    void anothersPlanIsNeverServed() {
        PlannedQuery adas = plan(SQL, ada);

        assertThat(plan(SQL, session("bob", MAIN, ZoneOffset.UTC))).isNotSameAs(adas);
        assertThat(plan(
                        SQL,
                        new Session(
                                new Principal("ada", Set.of("auditor")), "lake", Optional.of(MAIN), ZoneOffset.UTC)))
                .isNotSameAs(adas);
        assertThat(plan(SQL, ada)).isSameAs(adas);
    }

    @Test
    void aPlanMadeUnderAnotherPolicyIsNotServed() {
        PlannedQuery before = plan(SQL, ada);
        policy.version++;

        assertThat(plan(SQL, ada)).isNotSameAs(before);
    }

    @Test
    void aPlanMadeWhileThePolicyChangedIsNotServedWhenTheOldOneIsBack() {
        policy.whileDeciding = () -> policy.version = 1;
        PlannedQuery between = plan(SQL, ada);
        policy.whileDeciding = () -> {};
        policy.version = 0;

        assertThat(plan(SQL, ada)).isNotSameAs(between);
    }

    @Test
    void aPlanOfAnOlderSnapshotIsNotServed() {
        PlannedQuery before = plan(SQL, ada);
        try (TableWrite write = catalog.openAppend(ORDERS)) {
            write.commit(List.of());
        }

        PlannedQuery after = plan(SQL, ada);

        assertThat(after).isNotSameAs(before);
        assertThat(after.scans().values())
                .singleElement()
                .satisfies(scan -> assertThat(scan.table().snapshotId()).isPresent());
        assertThat(plan(SQL, ada)).isSameAs(after);
    }

    @Test
    void aPlanOfATableThatWasMadeAnewIsNotServed() {
        PlannedQuery before = plan(SQL, ada);
        catalog.dropTable(ORDERS, IfMissing.FAIL);
        createOrders();

        assertThat(plan(SQL, ada)).isNotSameAs(before);
    }

    @Test
    void namesAndTimesMeanWhatTheyMeanInTheSession() {
        NamespaceName other = NamespaceName.of("lake", "other");
        catalog.createNamespace(other, Map.of(), IfExists.FAIL);
        PlannedQuery here = plan("SELECT id FROM main.orders", ada);

        assertThat(plan("SELECT id FROM main.orders", session("ada", other, ZoneOffset.UTC)))
                .isNotSameAs(here);
        assertThat(plan("SELECT id FROM main.orders", session("ada", MAIN, ZoneId.of("Asia/Tokyo"))))
                .isNotSameAs(here);
    }

    @Test
    void whatHoldsForOneStatementOnlyIsNotKept() {
        String now = "SELECT id, current_timestamp FROM orders";

        assertThat(plan(now, ada)).isNotSameAs(plan(now, ada));
    }

    @Test
    void aPlanCountsForWhatItKeepsInMemoryWhichIsFarMoreThanWhatIsSent() {
        PlannedQuery planned = plan(SQL, ada);

        assertThat(planning.plans().state().bytes())
                .isGreaterThan(10L * planned.plan().sizeBytes());
    }

    @Test
    void aKeptPlanIsDescribedAsItWouldBeWithoutOne() {
        String sql = "SELECT id AS n, CAST(id AS decimal(20, 2)) AS d, 'x' AS n FROM orders";
        StatementDescription unknown = planning.describe(sql, ada, new OneCatalog(catalog));
        assertThat(hits()).isZero();
        plan(sql, ada);

        assertThat(planning.describe(sql, ada, new OneCatalog(catalog))).isEqualTo(unknown);
        assertThat(hits()).isOne();
    }

    @Test
    void aQueryWithParametersIsPlannedTwiceAndThenServedForAnyValues() {
        Stream.of(1, 2).forEach(value -> plan(LOOKUP, ada, integer(value)));
        assertThat(hits()).isZero();

        for (int value = 3; value < 10; value++) {
            PlannedQuery served = plan(LOOKUP, ada, integer(value));

            assertThat(hits()).isEqualTo(value - 2);
            assertThat(served.secured().describe()).contains("=($0, %d)".formatted(value));
            assertThat(served.plan().bytes())
                    .isEqualTo(plannedAfresh(LOOKUP, integer(value)).plan().bytes());
        }
        assertThat(plan(LOOKUP, ada, integer(5))).as("and kept as it is").isSameAs(plan(LOOKUP, ada, integer(5)));
    }

    @Test
    void valuesOfOtherTypesArePlannedAnew() {
        learn(LOOKUP, ada);
        Parameter[] others = {
            Parameter.of(new ColumnType.LongType(), 3L),
            Parameter.of(new ColumnType.DecimalType(5, 2), new BigDecimal("3.00")),
            Parameter.of(new ColumnType.DecimalType(7, 2), new BigDecimal("3.00")),
            Parameter.of(new ColumnType.DoubleType(), 3.0),
            new Parameter.Null(new ColumnType.IntegerType())
        };

        for (Parameter other : others) {
            assertThat(plan(LOOKUP, ada, other).plan().bytes())
                    .isEqualTo(plannedAfresh(LOOKUP, other).plan().bytes());
            assertThat(hits()).as("after " + other).isZero();
        }
    }

    @Test
    void aNullIsPlannedForItselfHoweverOften() {
        var nothing = new Parameter.Null(new ColumnType.IntegerType());
        learn(LOOKUP, ada);

        plan("SELECT id FROM orders WHERE id = ? OR id = ?", ada, integer(1), nothing);
        plan("SELECT id FROM orders WHERE id = ? OR id = ?", ada, integer(2), nothing);
        plan("SELECT id FROM orders WHERE id = ? OR id = ?", ada, integer(3), nothing);

        assertThat(hits()).isZero();
    }

    @Test
    void aPlanWithoutItsValuesIsNobodyElses() {
        learn(LOOKUP, ada);

        plan(LOOKUP, session("bob", MAIN, ZoneOffset.UTC), integer(3));
        plan(LOOKUP, session("ada", MAIN, ZoneId.of("Asia/Tokyo")), integer(3));
        plan(LOOKUP + " ", ada, integer(3));

        assertThat(hits()).isZero();
    }

    @Test
    void aPlanWithoutItsValuesIsOfOnePolicy() {
        policy.access = DecidedPolicy.filtered("id > 10");
        learn(LOOKUP, ada);
        policy.version++;
        policy.access = DecidedPolicy.filtered("id > 20");

        PlannedQuery after = plan(LOOKUP, ada, integer(3));

        assertThat(hits()).isZero();
        assertThat(ScanPredicates.of(after.secured()).toString()).contains("20").doesNotContain("10");
    }

    @Test
    void aPolicyThatChangesWhileItIsLearntLeavesNothing() {
        plan(LOOKUP, ada, integer(1));
        policy.whileDeciding = () -> policy.version = 1;
        plan(LOOKUP, ada, integer(2));
        policy.whileDeciding = () -> {};
        policy.version = 0;

        plan(LOOKUP, ada, integer(3));

        assertThat(hits()).isZero();
    }

    @Test
    void whoIsDeniedSinceIsNotServed() {
        learn(LOOKUP, ada);
        policy.access = new TableAccess.Denied("no longer");

        assertThatExceptionOfType(PlannerException.class).isThrownBy(() -> plan(LOOKUP, ada, integer(3)));
    }

    @Test
    void decisionsAreAskedForEachTime() {
        learn(LOOKUP, ada);
        var asked = new AtomicInteger();
        policy.whileDeciding = asked::incrementAndGet;

        plan(LOOKUP, ada, integer(3));

        assertThat(hits()).isOne();
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatHoldsTheTimeIsNotKeptForOtherValues() {
        String now = "SELECT id, current_timestamp FROM orders WHERE id = ?";
        learn(now, ada);
        plan(now, ada, integer(3));

        policy.access = DecidedPolicy.filtered("current_timestamp < TIMESTAMP '2020-01-01 00:00:00'");
        policy.version++;
        learn(LOOKUP, ada);
        plan(LOOKUP, ada, integer(3));

        assertThat(hits()).isZero();
    }

    @Test
    void aCommitOrANewTableMakesValuesBePlannedAnew() {
        learn(LOOKUP, ada);
        try (TableWrite write = catalog.openAppend(ORDERS)) {
            write.commit(List.of());
        }

        PlannedQuery after = plan(LOOKUP, ada, integer(3));
        assertThat(hits()).isZero();
        assertThat(isOfASnapshot(after)).isTrue();
        plan(LOOKUP, ada, integer(4));
        assertThat(hits()).as("learnt at once").isOne();

        catalog.dropTable(ORDERS, IfMissing.FAIL);
        createOrders();
        assertThat(isOfASnapshot(plan(LOOKUP, ada, integer(5)))).isFalse();
        assertThat(hits()).isOne();
    }

    @Test
    void filesAreSkippedByTheValueThatIsGiven() {
        learn(LOOKUP, ada);

        PlannedQuery served = plan(LOOKUP, ada, integer(77));

        assertThat(hits()).isOne();
        assertThat(ScanPredicates.of(served.secured()))
                .isEqualTo(ScanPredicates.of(plannedAfresh(LOOKUP, integer(77)).secured()));
        assertThat(ScanPredicates.of(served.secured()).toString()).contains("77");
    }

    /** Planned twice with other values. */
    private void learn(String sql, Session session) {
        plan(sql, session, integer(1));
        plan(sql, session, integer(2));
    }

    private static boolean isOfASnapshot(PlannedQuery query) {
        return query.scans().values().stream()
                .allMatch(scan -> scan.table().snapshotId().isPresent());
    }

    private long hits() {
        return planning.plans().state().hits();
    }

    private PlannedQuery plannedAfresh(String sql, Parameter... values) {
        return plan(planning(), sql, ada, values);
    }

    private PlannedQuery plan(String sql, Session session, Parameter... values) {
        return plan(planning, sql, session, values);
    }

    private PlannedQuery plan(StatementPlanning by, String sql, Session session, Parameter... values) {
        BoundStatement<PlannedQuery> statement = by.plan(sql, Parameters.of(values), session, new OneCatalog(catalog));
        return ((BoundStatement.Query<PlannedQuery>) statement).plan();
    }

    private StatementPlanning planning() {
        return new StatementPlanning(policy, _ -> {
            throw new IllegalStateException("No query here names files");
        });
    }

    private static Parameter integer(int value) {
        return Parameter.of(new ColumnType.IntegerType(), value);
    }

    private void createOrders() {
        Column id = Column.optional(0, "id", new ColumnType.LongType());
        catalog.createTable(new TableDefinition(ORDERS, List.of(id), List.of(), Map.of(), 2), IfExists.FAIL);
    }

    private static Session session(String name, NamespaceName namespace, ZoneId zone) {
        return new Session(new Principal(name, Set.of()), "lake", Optional.of(namespace), zone);
    }

    /** Decides alike for everyone, under a policy that changes. */
    private static final class ChangingPolicy implements PolicyEngine {
        private int version;
        private TableAccess access = new TableAccess.Full();
        private Runnable whileDeciding = () -> {};

        @Override
        public TableAccess decide(Principal principal, TableName table, TableAction action) {
            whileDeciding.run();
            return access;
        }

        @Override
        public String fingerprint(Principal principal) {
            return Integer.toString(version);
        }
    }
}

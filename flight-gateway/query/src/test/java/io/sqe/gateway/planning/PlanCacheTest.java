package io.sqe.gateway.planning;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.sqe.gateway.testing.OneCatalog;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.parameter.Parameters;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that is served again is the same object. */
class PlanCacheTest {
    private static final NamespaceName MAIN = NamespaceName.of("lake", "main");
    private static final TableName ORDERS = MAIN.table("orders");
    private static final String SQL = "SELECT id FROM orders";

    private final IcebergCatalog catalog = InMemoryWarehouse.open("lake");
    private final ChangingPolicy policy = new ChangingPolicy();
    private final StatementPlanning planning = new StatementPlanning(policy, _ -> {
        throw new IllegalStateException("No query here names files");
    });
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

    private PlannedQuery plan(String sql, Session session) {
        BoundStatement<PlannedQuery> statement = planning.plan(sql, Parameters.NONE, session, new OneCatalog(catalog));
        return ((BoundStatement.Query<PlannedQuery>) statement).plan();
    }

    private void createOrders() {
        Column id = Column.optional(0, "id", new ColumnType.LongType());
        catalog.createTable(new TableDefinition(ORDERS, List.of(id), List.of(), Map.of(), 2), IfExists.FAIL);
    }

    private static Session session(String name, NamespaceName namespace, ZoneId zone) {
        return new Session(new Principal(name, Set.of()), "lake", Optional.of(namespace), zone);
    }

    /** Allows everything, under a policy that changes. */
    private static final class ChangingPolicy implements PolicyEngine {
        private int version;
        private Runnable whileDeciding = () -> {};

        @Override
        public TableAccess decide(Principal principal, TableName table, TableAction action) {
            whileDeciding.run();
            return new TableAccess.Full();
        }

        @Override
        public String fingerprint(Principal principal) {
            return Integer.toString(version);
        }
    }
}

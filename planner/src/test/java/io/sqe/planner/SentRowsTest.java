package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.IntegerType;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.binding.SentRows;
import io.sqe.planner.binding.SentRows.SentColumn;
import io.sqe.planner.parameter.WriteTarget;
import io.sqe.planner.parameter.WriteTarget.WhenMissing;
import io.sqe.planner.parameter.WriteTarget.WhenThere;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.OrReplace;
import io.sqe.planner.statement.PlannerException;
import io.sqe.policy.decision.TableAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that are sent have the rights, names and types that an INSERT or CREATE TABLE would have. */
class SentRowsTest {
    private static final SentColumn ID = new SentColumn("ID", Optional.of(new IntegerType()));

    @Test
    void anInsertionFillsWhatIsNotSentWithNulls() {
        assertThat(plan(Shop.lake(), "Customers", ID))
                .isInstanceOfSatisfying(
                        BoundStatement.Insert.class,
                        insert -> assertThat(((SecuredPlan) insert.source()).describe())
                                .isEqualTo("""
                                Project(id=[CAST($0):BIGINT], name=[null], ssn=[null], region=[null])
                                  Project(ID=[$0])
                                    TableScan(table=[[/staged/rows]])"""));
    }

    @Test
    void whatPolicyHidesOrForbidsCannotBeFilled() {
        Lake hiding = Shop.lake().under(new TablePolicy().restrict("customers", List.of(), Map.of(), "ssn"));
        assertThatThrownBy(() -> plan(hiding, "customers", ID, new SentColumn("ssn", Optional.of(new StringType()))))
                .isInstanceOf(PlannerException.UnknownColumn.class);

        Lake guarded = Shop.lake()
                .under(new TablePolicy()
                        .forbid("customers", TableAction.INSERT, TableAction.DROP)
                        .deny("numbers"));
        assertThatThrownBy(() -> plan(guarded, "customers", ID)).isInstanceOf(PlannerException.AccessDenied.class);
        assertThatThrownBy(() -> plan(guarded, "customers", WhenThere.REPLACE, ID))
                .isInstanceOf(PlannerException.AccessDenied.class);
        assertThatThrownBy(() -> plan(guarded, "numbers", WhenThere.REPLACE, ID))
                .isInstanceOf(PlannerException.AccessDenied.class);
    }

    @Test
    void onlyWhatLosesNothingIsConverted() {
        assertThatThrownBy(() -> plan(Shop.lake(), "numbers", new SentColumn("i", Optional.of(new LongType()))))
                .isInstanceOf(PlannerException.TypeMismatch.class)
                .hasMessage("Cannot store bigint in column i of type integer. Send it as integer, cast by you, if that"
                        + " is meant.");
        assertThatThrownBy(() -> plan(Shop.lake(), "customers", ID, ID))
                .isInstanceOf(PlannerException.DuplicateName.class);
        assertThatThrownBy(() -> plan(Shop.lake(), "people", ID))
                .isInstanceOf(PlannerException.InvalidStatement.class)
                .hasMessageContaining("view");
    }

    @Test
    void aNewTableHasTheColumnsThatAreSent() {
        var nanos = new ColumnType.TimestampType(ColumnType.TimeUnit.NANOSECONDS, ColumnType.Zone.WITHOUT);
        assertThat(plan(Shop.lake(), "fresh", ID, new SentColumn("at", Optional.of(nanos))))
                .isInstanceOfSatisfying(BoundStatement.CreateTable.class, create -> {
                    assertThat(create.orReplace()).isEqualTo(OrReplace.NO);
                    assertThat(create.definition().formatVersion()).isEqualTo(3);
                    assertThat(create.definition().columns())
                            .extracting("name", "type")
                            .containsExactly(
                                    org.assertj.core.groups.Tuple.tuple("ID", new IntegerType()),
                                    org.assertj.core.groups.Tuple.tuple("at", nanos));
                });
    }

    private static BoundStatement<SecuredPlan> plan(Lake lake, String table, SentColumn... columns) {
        return plan(lake, table, WhenThere.APPEND, columns);
    }

    private static BoundStatement<SecuredPlan> plan(Lake lake, String table, WhenThere there, SentColumn... columns) {
        var target = new WriteTarget(Optional.empty(), Optional.empty(), table, WhenMissing.CREATE, there);
        return Planner.standard().plan(new SentRows(target, List.of(columns), "/staged/rows"), lake.context());
    }
}

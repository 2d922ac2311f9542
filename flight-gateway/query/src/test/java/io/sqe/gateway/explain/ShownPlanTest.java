package io.sqe.gateway.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.executor.OperatorProfile;
import io.sqe.gateway.explain.AnalyzedQuery.Audience;
import io.sqe.gateway.query.PlanNode;
import io.sqe.gateway.query.PlanNode.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShownPlanTest {

    @Test
    void textBecomesTheTreeThatItsIndentsDraw() {
        PlanNode plan = ShownPlan.of("""
                        Sort(sort0=[$1])
                          Join(condition=[=($0, $2)])
                            Filter(condition=[=($0, 'a
                        b(c)')])
                              Scan(table=[[lake, t]])
                            Scan(table=[[lake, u]])""").orElseThrow();
        assertThat(shape(plan)).isEqualTo("Sort[Join[Filter[Scan[]], Scan[]]]");
        assertThat(plan.inputs().getFirst().facts()).isEqualTo("condition=[=($0, $2)]");
    }

    @Test
    void planThatIsNoPictureAnyMoreIsNotDrawn() {
        assertThat(ShownPlan.of("Values()\n".repeat(401))).isEmpty();
        assertThat(ShownPlan.of("")).isEmpty();
    }

    @Test
    void whoSeesOnlySomeRowsIsToldNoCountsAndNoConditions() {
        OperatorProfile filter = new OperatorProfile(
                "FILTER", Duration.ofMillis(2), 7, 0, Map.of("Filters", "owner = 'ann'"), List.of());
        assertThat(ShownPlan.of(filter, List.of(), Audience.UNRESTRICTED))
                .isEqualTo(new PlanNode(
                        "Filter",
                        "where owner = 'ann'",
                        Optional.of(new Work(Optional.of(7L), Duration.ofMillis(2))),
                        List.of()));
        assertThat(ShownPlan.of(filter, List.of(), Audience.RESTRICTED))
                .isEqualTo(new PlanNode(
                        "Filter", "", Optional.of(new Work(Optional.empty(), Duration.ofMillis(2))), List.of()));
    }

    private static String shape(PlanNode node) {
        return node.name() + node.inputs().stream().map(ShownPlanTest::shape).toList();
    }
}

package io.sqe.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.failure.QueryException;
import io.sqe.policy.decision.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ResourceGroupsTest {
    private static final Principal ANN = new Principal("ann", Set.of("analyst"));
    private static final Principal ETL = new Principal("etl-7", Set.of());

    private final ResourceGroups groups = new ResourceGroups(List.of(
            group("etl", Set.of("etl-*"), Set.of(), Set.of()),
            group("analysts", Set.of(), Set.of("analyst"), Set.of()),
            group("dashboards", Set.of(), Set.of("analyst"), Set.of("superset")),
            group("batch", Set.of(), Set.of(), Set.of())));

    @Test
    void userAndRoleChooseTheGroupAndTheSourceTheMorePreciseOne() {
        assertThat(chosen(ETL, "", "")).isEqualTo("etl");
        assertThat(chosen(ANN, "", "")).isEqualTo("analysts");
        assertThat(chosen(ANN, "", "superset")).isEqualTo("dashboards");
        assertThat(chosen(new Principal("bob", Set.of()), "", "")).isEqualTo("default");
    }

    @Test
    void whatAProgramCallsItselfOpensNoGroup() {
        assertThat(chosen(new Principal("bob", Set.of()), "", "superset")).isEqualTo("default");
    }

    @Test
    void oneMayChooseAmongTheOwnGroupsAndLearnsOfNoOther() {
        assertThat(chosen(ANN, "batch", "")).isEqualTo("batch");
        assertThat(chosen(ANN, "default", "")).isEqualTo("default");
        for (String other : List.of("etl", "nonsense")) {
            assertThatExceptionOfType(QueryException.class)
                    .isThrownBy(() -> chosen(ANN, other, ""))
                    .withMessage(
                            "Cannot start the query: there is no resource group %s for you. You may use: analysts, batch, dashboards.",
                            other);
        }
    }

    private String chosen(Principal principal, String asked, String source) {
        return groups.choose(principal, optional(asked), optional(source)).name();
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static ResourceGroup group(String name, Set<String> users, Set<String> roles, Set<String> sources) {
        return new ResourceGroup(name, users, roles, sources, 1, 1, 100, 1);
    }
}

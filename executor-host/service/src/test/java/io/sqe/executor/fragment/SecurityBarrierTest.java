package io.sqe.executor.fragment;

import static io.sqe.executor.fragment.TestPlans.I32;
import static io.sqe.executor.fragment.TestPlans.STRING;
import static io.sqe.executor.fragment.TestPlans.cast;
import static io.sqe.executor.fragment.TestPlans.equal;
import static io.sqe.executor.fragment.TestPlans.exists;
import static io.sqe.executor.fragment.TestPlans.field;
import static io.sqe.executor.fragment.TestPlans.filter;
import static io.sqe.executor.fragment.TestPlans.fragment;
import static io.sqe.executor.fragment.TestPlans.in;
import static io.sqe.executor.fragment.TestPlans.join;
import static io.sqe.executor.fragment.TestPlans.literal;
import static io.sqe.executor.fragment.TestPlans.outer;
import static io.sqe.executor.fragment.TestPlans.parquet;
import static io.sqe.executor.fragment.TestPlans.project;
import static io.sqe.executor.fragment.TestPlans.read;
import static io.sqe.executor.fragment.TestPlans.rowFilter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.substrait.proto.Rel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half of the table's rows are hidden, and a cast of their text to a number fails. */
class SecurityBarrierTest {
    private static final List<String> COLUMNS = List.of("id", "text", "hidden");

    @TempDir
    Path warehouse;

    private TestEngine engine;
    private Rel table;
    private Rel secured;
    private Rel numbers;

    @BeforeEach
    void open() {
        engine = TestEngine.over(warehouse);
        Path file = engine.write(
                warehouse.resolve("t.parquet"),
                "SELECT range::INTEGER AS id, CASE WHEN range % 2 = 0 THEN range::VARCHAR ELSE 'secret' || range END AS text,"
                        + " (range % 2)::INTEGER AS hidden FROM range(50000)",
                "");
        Path other = engine.write(warehouse.resolve("n.parquet"), "SELECT range::INTEGER AS n FROM range(10)", "");
        table = read(parquet(file), COLUMNS, List.of(I32, STRING, I32));
        secured = rowFilter(table, equal(field(2), literal(0)));
        numbers = read(parquet(other), List.of("n"), List.of(I32));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void withoutARowFilterTheCastFails() {
        Rel plan = filter(table, equal(cast(field(1), I32), literal(4)));

        assertThatThrownBy(() -> engine.rows(fragment(plan, COLUMNS)))
                .isInstanceOf(ExecutorException.InvalidValue.class)
                .hasMessageContaining("secret");
    }

    @Test
    void aConditionRunsOnlyOnRowsThatTheFilterKept() {
        Rel plan = filter(secured, equal(cast(field(1), I32), literal(4)));

        assertThat(engine.rows(fragment(plan, COLUMNS))).containsExactly("4|4|0");
    }

    @Test
    void anOutputRunsOnlyOnRowsThatTheFilterKept() {
        Rel plan = project(secured, 3, cast(field(1), I32));

        assertThat(engine.rows(fragment(plan, List.of("i")))).hasSize(25_000);
    }

    @Test
    void aJoinsConditionRunsOnlyOnRowsThatTheFilterKept() {
        Rel inner = join(secured, numbers, equal(cast(field(1), I32), field(3)));
        Rel swapped = join(numbers, secured, equal(cast(field(2), I32), field(0)));

        assertThat(engine.rows(fragment(project(inner, 4, field(3)), List.of("n"))))
                .hasSize(5);
        assertThat(engine.rows(fragment(project(swapped, 4, field(0)), List.of("n"))))
                .hasSize(5);
    }

    @Test
    void aSubqueryRunsOnlyOnRowsThatTheFilterKept() {
        Rel casts = project(secured, 3, cast(field(1), I32));
        Rel correlated = filter(secured, equal(cast(field(1), I32), outer(0)));

        assertThat(engine.rows(fragment(filter(numbers, in(field(0), casts)), List.of("n"))))
                .hasSize(5);
        assertThat(engine.rows(fragment(filter(numbers, exists(correlated)), List.of("n"))))
                .hasSize(5);
    }

    @Test
    void aTableReadTwiceIsFilteredTwice() {
        Rel plan = join(secured, secured, equal(cast(field(1), I32), cast(field(4), I32)));

        assertThat(engine.rows(fragment(project(plan, 6, field(0)), List.of("id"))))
                .hasSize(25_000);
    }

    @Test
    void theFilterIsNotShown() {
        Rel plan = filter(secured, equal(field(0), literal(4)));
        Fragment fragment = fragment(plan, COLUMNS);

        assertThat(engine.executor().explain(fragment)).contains("secured").doesNotContain("hidden\" = 0");
        try (RunningFragment running =
                engine.executor().start(fragment, FragmentOptions.standard().profiled())) {
            assertThat(TestEngine.drain(running)).containsExactly("4|4|0");
            assertThat(running.profile())
                    .map(SecurityBarrierTest::operators)
                    .get()
                    .asString()
                    .doesNotContain("hidden");
        }
    }

    private static String operators(OperatorProfile profile) {
        return profile.name()
                + profile.details()
                + profile.inputs().stream().map(SecurityBarrierTest::operators).toList();
    }
}

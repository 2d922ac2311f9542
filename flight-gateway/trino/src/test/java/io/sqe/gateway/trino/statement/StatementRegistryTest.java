package io.sqe.gateway.trino.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.trino.protocol.ClientHeaders;
import io.sqe.gateway.trino.protocol.ResultPage;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import io.sqe.gateway.trino.session.EngineStatements;
import io.sqe.gateway.trino.testing.ScriptedEngine;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of statements that nobody follows any more. */
final class StatementRegistryTest {
    private static final StatementLimits LIMITS = StatementLimits.standard();

    @Test
    void anAbandonedStatementEndsAndIsForgottenLater() {
        var engine = new ScriptedEngine().endless("SELECT n");
        try (StatementRegistry registry = registry(engine)) {
            ResultPage first = registry.submit(statement("SELECT n"));
            FollowedStatement statement = registry.find(first.queryId()).orElseThrow();

            registry.sweep(System.nanoTime() + LIMITS.abandonedAfter().toNanos());
            assertThat(statement.isEnded()).isTrue();
            engine.queries().getFirst().awaitClosed();
            assertThat(next(registry, statement, first).error().orElseThrow().code())
                    .isEqualTo(TrinoErrorCode.ABANDONED_QUERY);

            registry.sweep(
                    System.nanoTime() + LIMITS.keptAfterEnd().plusSeconds(1).toNanos());
            assertThat(registry.size()).isZero();
        }
    }

    @Test
    void aStatementThatIsFollowedStays() {
        var engine = new ScriptedEngine().numbers("SELECT n", 3);
        try (StatementRegistry registry = registry(engine)) {
            ResultPage first = registry.submit(statement("SELECT n"));
            FollowedStatement statement = registry.find(first.queryId()).orElseThrow();

            registry.sweep(
                    System.nanoTime() + LIMITS.abandonedAfter().minusMinutes(1).toNanos());
            ResultPage page = next(registry, statement, first);

            assertThat(page.error()).isEmpty();
            assertThat(page.columns().orElseThrow()).hasSize(1);
        }
    }

    @Test
    void closingTheServerEndsEverything() {
        var engine = new ScriptedEngine().endless("SELECT n");
        try (StatementRegistry registry = registry(engine)) {
            registry.submit(statement("SELECT n"));
        }

        engine.queries().getFirst().awaitClosed();
    }

    private static ResultPage next(StatementRegistry registry, FollowedStatement statement, ResultPage page) {
        List<String> parts = List.of(page.nextPath().orElseThrow().split("/"));
        var position = new PagePosition(
                PagePosition.Stage.valueOf(parts.get(3).toUpperCase(Locale.ROOT)), Long.parseLong(parts.getLast()));
        ResultPage next = registry.page(statement, position, parts.get(5), Duration.ofSeconds(1))
                .orElseThrow();
        boolean isStillStarting =
                position.stage() == PagePosition.Stage.QUEUED && next.nextPath().isPresent();
        return isStillStarting ? next(registry, statement, next) : next;
    }

    private static StatementRegistry registry(ScriptedEngine engine) {
        return StatementRegistry.open(
                new EngineStatements(engine, "lake", ZoneOffset.UTC),
                LIMITS,
                _ -> DataEncoding.INLINE,
                _ -> Optional.empty());
    }

    private static SubmittedStatement statement(String sql) {
        var context = new ClientHeaders(_ -> List.of()).read();
        return new SubmittedStatement(
                sql, new Requester(new Principal("ann", Set.of()), "proof"), context, ClientContext.EMBEDDED);
    }
}

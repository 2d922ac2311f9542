package io.sqe.substrait.testing;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.catalog.TableMetadata;
import io.sqe.planner.Planner;
import io.sqe.planner.binding.BindingContext;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.policy.decision.PassthroughPolicy;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Plans SQL over the test tables. */
public final class TestPlans {
    private static final Planner PLANNER = Planner.standard();

    private final Map<String, TableMetadata> tables;
    private final PolicyEngine policy;

    private TestPlans(Map<String, TableMetadata> tables, PolicyEngine policy) {
        this.tables = tables;
        this.policy = policy;
    }

    /** Plans over the tables of TPC-H and the table {@code types}. */
    public static TestPlans tpch() {
        return new TestPlans(TestTables.tpch(), new PassthroughPolicy());
    }

    public static TestPlans tpcds() {
        return new TestPlans(TestTables.tpcds(), new PassthroughPolicy());
    }

    /** The same tables, restricted. */
    public TestPlans under(PolicyEngine restriction) {
        return new TestPlans(tables, restriction);
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
        BindingContext context = new BindingContext(
                new Principal("ada", Set.of()),
                policy,
                new OneCatalog(new TestCatalog(tables)),
                "lake",
                Optional.of(TestCatalog.NAMESPACE),
                ZoneOffset.UTC,
                Instant.parse("2026-11-21T12:00:00Z"),
                source -> List.of(Column.optional(1, "word", new StringType())));
        return ((BoundStatement.Query<SecuredPlan>) PLANNER.plan(sql, context)).plan();
    }

    private record OneCatalog(Catalog catalog) implements Catalogs {
        @Override
        public List<String> names() {
            return List.of(catalog.name());
        }

        @Override
        public Optional<Catalog> find(String name) {
            return name.equals(catalog.name()) ? Optional.of(catalog) : Optional.empty();
        }
    }
}

package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.peer.DuckDbPeer;
import io.sqe.bench.run.EngineLimits;
import io.sqe.bench.run.PeerDatabase;
import io.sqe.bench.run.QueryResult;
import io.sqe.bench.run.RunOptions;
import io.sqe.bench.run.Status;
import io.sqe.bench.run.SuiteResult;
import io.sqe.bench.run.SuiteRun;
import io.sqe.bench.suite.Dataset;
import io.sqe.bench.suite.KeptData;
import io.sqe.bench.suite.Suite;
import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.LocalWarehouse;
import io.sqe.cli.wiring.BenchEngine;
import io.sqe.planner.Planner;
import io.sqe.planner.binding.BindingContext;
import io.sqe.planner.binding.BoundPlan;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.policy.decision.PassthroughPolicy;
import io.sqe.policy.decision.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds our translation and lowering against Calcite's own generator of SQL: both start from the same bound plan, and DuckDB answers
 * both. What differs is ours alone to explain.
 */
class SecondOracleIT {
    private static final double SCALE = 0.01;

    /** A scan is a table with a number. */
    private static final String NUMBERED_SCAN = "(\"\\w+\")\\.(\"#\\d+\")(?!\\.)";

    @TempDir
    private static Path directory;

    @Test
    void tpchMeansToUsWhatItMeansToCalcite() {
        EngineLimits limits = EngineLimits.of(directory, 2);
        Dataset dataset = Dataset.of(Suite.TPCH, SCALE);
        try (BenchEngine engine = BenchEngine.open(limits)) {
            new KeptData(directory).ensure(dataset, engine.loader(), (_, _) -> {});
            try (IcebergCatalog catalog = LocalWarehouse.openExisting(limits.warehouse(), "lake");
                    CalcitesSql oracle = new CalcitesSql(DuckDbPeer.open(limits), catalog, dataset.namespace())) {
                RunOptions options = new RunOptions(1, Set.of(), Duration.ofMinutes(1), limits);
                SuiteResult result = new SuiteRun(engine, oracle, options).run(dataset, _ -> {});

                assertThat(result.queries())
                        .extracting(QueryResult::status)
                        .as(result.queries().toString())
                        .doesNotContain(Status.DIFFERENT);
                assertThat(result.count(Status.EQUAL))
                        .as(result.queries().toString())
                        .isGreaterThanOrEqualTo(18);
            }
        }
    }

    /** DuckDB, given what Calcite's generator makes of the plan of each statement. */
    private record CalcitesSql(DuckDbPeer duckdb, IcebergCatalog catalog, String namespace) implements PeerDatabase {
        @Override
        public Running start(String sql, Consumer<Runnable> cancellation) {
            return duckdb.start(generated(sql), cancellation);
        }

        private String generated(String sql) {
            Planner planner = Planner.standard();
            var statement = planner.bind(planner.parse(sql), context());
            if (!(statement instanceof BoundStatement.Query<BoundPlan>(BoundPlan plan))) {
                throw new IllegalArgumentException("Not a query: " + sql);
            }
            var dialect = DuckDBSqlDialect.DEFAULT;
            return new RelToSqlConverter(dialect)
                    .visitRoot(plan.root())
                    .asStatement()
                    .toSqlString(dialect)
                    .getSql()
                    .replace("\"lake\".\"" + namespace + "\".", "")
                    .replaceAll(NUMBERED_SCAN + "(?= AS )", "$1")
                    .replaceAll(NUMBERED_SCAN, "$1 AS $2");
        }

        private BindingContext context() {
            return new BindingContext(
                    new Principal("oracle", Set.of()),
                    new PassthroughPolicy(),
                    new OnlyCatalog(catalog),
                    "lake",
                    Optional.of(NamespaceName.of("lake", namespace)),
                    ZoneOffset.UTC,
                    Instant.now(),
                    _ -> List.of());
        }

        @Override
        public void show(String table, List<Path> files) {
            duckdb.show(table, files);
        }

        @Override
        public void execute(String sql) {
            duckdb.execute(sql);
        }

        @Override
        public String version() {
            return "Calcite's SQL on " + duckdb.version();
        }

        @Override
        public void close() {
            duckdb.close();
        }
    }

    private record OnlyCatalog(IcebergCatalog catalog) implements Catalogs {
        @Override
        public List<String> names() {
            return List.of("lake");
        }

        @Override
        public Optional<Catalog> find(String name) {
            return name.equals("lake") ? Optional.of(catalog) : Optional.empty();
        }
    }
}

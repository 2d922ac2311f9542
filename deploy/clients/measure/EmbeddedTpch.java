import io.sqe.bench.query.BenchQuery;
import io.sqe.bench.query.QueryTexts;
import io.sqe.bench.run.EngineContender;
import io.sqe.bench.run.EngineLimits;
import io.sqe.bench.run.Execution;
import io.sqe.bench.run.Stopwatch;
import io.sqe.cli.wiring.BenchEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * The embedded engine, driven from outside, so that it and a server can take turns.
 *
 * <p>Usage: {@code java -cp 'lib/*' EmbeddedTpch.java DATA SCALE NAMESPACE DATA-CACHE-BYTES}. Prints {@code query ID BASE64-OF-SQL} for each TPC-H
 * query and {@code ready}. Then answers each ID on standard input with the nanoseconds from SQL text to last Arrow batch.
 */
public final class EmbeddedTpch {
    private static final Duration STATEMENT_TIMEOUT = Duration.ofMinutes(10);

    public static void main(String... arguments) throws IOException {
        Path data = Path.of(arguments[0]).toAbsolutePath();
        List<BenchQuery> queries = QueryTexts.tpch(Double.parseDouble(arguments[1]));
        for (BenchQuery query : queries) {
            byte[] sql = sql(query).getBytes(StandardCharsets.UTF_8);
            System.out.println("query " + query.id() + " " + Base64.getEncoder().encodeToString(sql));
        }
        EngineLimits limits = EngineLimits.of(data, Runtime.getRuntime().availableProcessors())
                .withDataCacheBytes(Long.parseLong(arguments[3]));
        try (BenchEngine engine = BenchEngine.open(limits);
                Stopwatch stopwatch = new Stopwatch(STATEMENT_TIMEOUT)) {
            EngineContender contender = new EngineContender(engine.queries(), engine.session(arguments[2]));
            System.out.println("ready");
            answer(queries, contender, stopwatch);
        }
    }

    private static void answer(List<BenchQuery> queries, EngineContender contender, Stopwatch stopwatch)
            throws IOException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String id = asked.readLine(); id != null; id = asked.readLine()) {
            String wanted = id.strip();
            BenchQuery query =
                    queries.stream().filter(each -> each.id().equals(wanted)).findFirst().orElseThrow();
            Execution cost = stopwatch.drain(contender, sql(query));
            System.out.println(cost.total().toNanos());
        }
    }

    /** Every query of TPC-H is one statement. */
    private static String sql(BenchQuery query) {
        return query.statements().getFirst().sql();
    }
}

package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.query.BenchQuery;
import io.sqe.bench.query.QueryTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What TPC-H's queries become on their way: the secured plan, and the SQL that the engine is given. A change here is to be read as
 * code; {@code make golden} accepts it.
 */
class GoldenPlansIT {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tpch");
    private static final String FILES = "read_parquet\\(\\[[^\\]]*\\]";

    private static final Map<String, List<String>> TABLES = Map.of(
            "region", columns("r_regionkey BIGINT, r_name VARCHAR, r_comment VARCHAR"),
            "nation", columns("n_nationkey BIGINT, n_name VARCHAR, n_regionkey BIGINT, n_comment VARCHAR"),
            "supplier",
                    columns("s_suppkey BIGINT, s_name VARCHAR, s_address VARCHAR, s_nationkey BIGINT, s_phone VARCHAR,"
                            + " s_acctbal DECIMAL, s_comment VARCHAR"),
            "part",
                    columns("p_partkey BIGINT, p_name VARCHAR, p_mfgr VARCHAR, p_brand VARCHAR, p_type VARCHAR,"
                            + " p_size INTEGER, p_container VARCHAR, p_retailprice DECIMAL, p_comment VARCHAR"),
            "partsupp",
                    columns("ps_partkey BIGINT, ps_suppkey BIGINT, ps_availqty INTEGER, ps_supplycost DECIMAL,"
                            + " ps_comment VARCHAR"),
            "customer",
                    columns("c_custkey BIGINT, c_name VARCHAR, c_address VARCHAR, c_nationkey BIGINT, c_phone VARCHAR,"
                            + " c_acctbal DECIMAL, c_mktsegment VARCHAR, c_comment VARCHAR"),
            "orders",
                    columns("o_orderkey BIGINT, o_custkey BIGINT, o_orderstatus VARCHAR, o_totalprice DECIMAL,"
                            + " o_orderdate DATE, o_orderpriority VARCHAR, o_clerk VARCHAR, o_shippriority INTEGER,"
                            + " o_comment VARCHAR"),
            "lineitem",
                    columns("l_orderkey BIGINT, l_partkey BIGINT, l_suppkey BIGINT, l_linenumber INTEGER,"
                            + " l_quantity DECIMAL, l_extendedprice DECIMAL, l_discount DECIMAL, l_tax DECIMAL,"
                            + " l_returnflag VARCHAR, l_linestatus VARCHAR, l_shipdate DATE, l_commitdate DATE,"
                            + " l_receiptdate DATE, l_shipinstruct VARCHAR, l_shipmode VARCHAR, l_comment VARCHAR"));

    @TempDir
    static Path folder;

    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        engine = EngineFixture.open(folder.resolve("warehouse"));
        TABLES.forEach((table, columns) -> engine.run(
                "CREATE TABLE " + table + " (" + String.join(", ", columns) + ")",
                // A smallest and a largest value, so that no file is skipped.
                "INSERT INTO " + table + " VALUES " + row(columns, Edge.LOWEST) + ", " + row(columns, Edge.HIGHEST)));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static Stream<BenchQuery> queries() {
        return QueryTexts.tpch(1).stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void thePlanIsTheOneThatWasReviewed(BenchQuery query) throws IOException {
        String sql = query.statements().getFirst().sql();
        String plan = explained("", sql) + "\n\n" + explained("ENGINE ", sql).replaceAll(FILES, "read_parquet([…]");
        Path file = GOLDEN.resolve(query.id() + ".txt");
        if ("rewrite".equals(System.getProperty("sqe.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, plan + "\n");
        }

        assertThat(plan).isEqualTo(Files.readString(file).stripTrailing());
    }

    private static String explained(String what, String sql) {
        List<String> lines = engine.rows("EXPLAIN " + what + sql);
        return String.join("\n", lines).stripTrailing();
    }

    private static List<String> columns(String text) {
        return Stream.of(text.replace("DECIMAL", "DECIMAL(15;2)").split(", "))
                .map(column -> column.replace(';', ','))
                .toList();
    }

    private static String row(List<String> columns, Edge edge) {
        return columns.stream().map(column -> value(column, edge)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String value(String column, Edge edge) {
        boolean isLowest = edge == Edge.LOWEST;
        String type = column.substring(column.indexOf(' ') + 1);
        return switch (type) {
            case "VARCHAR" -> isLowest ? "''" : "'~'";
            case "DATE" -> isLowest ? "DATE '1992-01-01'" : "DATE '1998-12-31'";
            default -> isLowest ? "0" : "99999";
        };
    }

    private enum Edge {
        LOWEST,
        HIGHEST
    }
}

package io.sqe.bench.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Reads the queries of each suite from the resources beside this class. */
public final class QueryTexts {
    /** TPC-DS numbers its queries from 1 to 99; some have the parts a and b. */
    private static final int TPCDS_LAST = 99;

    private static final int TPCH_LAST = 22;

    /** At scale 1, as the text has it. */
    private static final BigDecimal Q11_FRACTION = new BigDecimal("0.0001000000");

    private static final int Q11_FRACTION_DIGITS = 10;

    /** SSB's queries come in four flights. */
    private static final List<String> SSB_IDS = List.of(
            "q1.1", "q1.2", "q1.3", "q2.1", "q2.2", "q2.3", "q3.1", "q3.2", "q3.3", "q3.4", "q4.1", "q4.2", "q4.3");

    /** ClickBench numbers its queries from 0 to 42. */
    private static final int CLICKBENCH_LAST = 42;

    private QueryTexts() {}

    public static List<BenchQuery> tpch(double scale) {
        return IntStream.rangeClosed(1, TPCH_LAST)
                .mapToObj(number -> sparkQuery("tpch", "q" + number, sql -> withFractionFor(scale, sql)))
                .toList();
    }

    /** q11 asks for the parts above a share of all value, which is smaller the more parts there are (TPC-H, 2.4.11.3). */
    private static String withFractionFor(double scale, String sql) {
        BigDecimal fraction = Q11_FRACTION.divide(BigDecimal.valueOf(scale), Q11_FRACTION_DIGITS, RoundingMode.HALF_UP);
        return sql.replace(Q11_FRACTION.toPlainString(), fraction.toPlainString());
    }

    public static List<BenchQuery> tpcds() {
        return IntStream.rangeClosed(1, TPCDS_LAST)
                .mapToObj(number -> sparkQuery("tpcds", "q" + number, UnaryOperator.identity()))
                .toList();
    }

    public static List<BenchQuery> ssb() {
        return SSB_IDS.stream().map(id -> ownQuery("ssb", id)).toList();
    }

    public static List<BenchQuery> clickbench() {
        return IntStream.rangeClosed(0, CLICKBENCH_LAST)
                .mapToObj(number -> ownQuery("clickbench", "q" + number))
                .toList();
    }

    private static BenchQuery ownQuery(String folder, String id) {
        String path = folder + "/" + id;
        String sql = resource(path + ".sql").orElseThrow().strip();
        String peerSql = resource(path + ".peer.sql").orElse(sql).strip();
        return new BenchQuery(id, List.of(new BenchStatement(sql, peerSql)));
    }

    private static BenchQuery sparkQuery(String folder, String id, UnaryOperator<String> parameters) {
        List<BenchStatement> statements = List.of("", "a", "b").stream()
                .map(part -> resource(folder + "/" + id + part + ".sql"))
                .flatMap(Optional::stream)
                .map(SparkRewrites::toStandard)
                .map(parameters)
                .map(BenchStatement::same)
                .toList();
        return new BenchQuery(id, statements);
    }

    static Optional<String> resource(String path) {
        try (InputStream stream = QueryTexts.class.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.sqe.bench.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the queries of each suite from the resources beside this class. */
public final class QueryTexts {
    /** TPC-DS numbers its queries from 1 to 99; some have the parts a and b. */
    private static final int TPCDS_LAST = 99;

    private static final int TPCH_LAST = 22;

    private QueryTexts() {}

    public static List<BenchQuery> tpch() {
        return IntStream.rangeClosed(1, TPCH_LAST)
                .mapToObj(number -> sparkQuery("tpch", "q" + number))
                .toList();
    }

    public static List<BenchQuery> tpcds() {
        return IntStream.rangeClosed(1, TPCDS_LAST)
                .mapToObj(number -> sparkQuery("tpcds", "q" + number))
                .toList();
    }

    private static BenchQuery sparkQuery(String folder, String id) {
        List<BenchStatement> statements = List.of("", "a", "b").stream()
                .map(part -> resource(folder + "/" + id + part + ".sql"))
                .flatMap(Optional::stream)
                .map(SparkRewrites::toStandard)
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

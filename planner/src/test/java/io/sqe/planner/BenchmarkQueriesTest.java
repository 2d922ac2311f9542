package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of TPC-H and TPC-DS is planned, as its text stands. */
class BenchmarkQueriesTest {
    private static final InMemoryCatalog CATALOG = Benchmarks.catalog();

    @ParameterizedTest
    @MethodSource
    void tpchQueryIsPlanned(String name) {
        assertThat(Lake.of(CATALOG, "tpch").query(Benchmarks.query(name)).columnNames())
                .isNotEmpty();
    }

    static Stream<String> tpchQueryIsPlanned() {
        return IntStream.rangeClosed(1, 22).mapToObj(number -> "tpch/q" + number);
    }

    @ParameterizedTest
    @MethodSource
    void tpcdsQueryIsPlanned(String name) {
        assertThat(Lake.of(CATALOG, "tpcds").query(Benchmarks.query(name)).columnNames())
                .isNotEmpty();
    }

    static Stream<String> tpcdsQueryIsPlanned() {
        return IntStream.rangeClosed(1, 99).boxed().flatMap(number -> switch (number) {
            case 14, 23, 24, 39 -> Stream.of("tpcds/q" + number + "a", "tpcds/q" + number + "b");
            default -> Stream.of("tpcds/q" + number);
        });
    }
}

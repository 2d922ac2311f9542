package io.sqe.substrait.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.substrait.testing.TestPlans;
import io.substrait.proto.Plan;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuerySuitesTest {
    private static final TestPlans TPCH = TestPlans.tpch();
    private static final TestPlans TPCDS = TestPlans.tpcds();

    static Stream<String> tpch() {
        return IntStream.rangeClosed(1, 22).mapToObj(number -> "tpch/q" + number + ".sql");
    }

    @ParameterizedTest
    @MethodSource("tpch")
    void everyQueryOfTpchTranslates(String name) throws Exception {
        translate(TPCH, name);
    }

    static Stream<String> tpcds() {
        return IntStream.rangeClosed(1, 99).boxed().flatMap(number -> switch (number) {
            case 14, 23, 24, 39 -> Stream.of("a", "b").map(part -> "tpcds/q" + number + part + ".sql");
            default -> Stream.of("tpcds/q" + number + ".sql");
        });
    }

    @ParameterizedTest
    @MethodSource("tpcds")
    void everyQueryOfTpcdsTranslates(String name) throws Exception {
        translate(TPCDS, name);
    }

    private static void translate(TestPlans plans, String name) throws Exception {
        SubstraitPlan plan = new SubstraitTranslator().translate(plans.plan(TestPlans.query(name)));
        assertThat(Plan.parseFrom(plan.message().toByteString())).isEqualTo(plan.message());
    }
}

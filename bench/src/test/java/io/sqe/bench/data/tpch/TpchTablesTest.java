package io.sqe.bench.data.tpch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sqe.bench.data.Generated;
import io.sqe.bench.data.TableSource;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TpchTablesTest {
    private static final List<TableSource> TABLES = TpchTables.at(0.01);

    @Test
    void everyTableHasTheRowsThatItsScaleAsksFor() {
        assertThat(TABLES)
                .extracting(TableSource::name, Generated::rowCount)
                .containsExactlyInAnyOrder(
                        tuple("customer", 1500L),
                        tuple("orders", 15_000L),
                        tuple("lineitem", 60_175L),
                        tuple("part", 2000L),
                        tuple("partsupp", 8000L),
                        tuple("supplier", 100L),
                        tuple("nation", 25L),
                        tuple("region", 5L));
    }

    @Test
    void lineitemHasTheTypesOfTheSpecification() {
        assertThat(Generated.table(TABLES, "lineitem").schema().toString())
                .contains("l_orderkey: Int(64, true)")
                .contains("l_linenumber: Int(32, true)")
                .contains("l_extendedprice: Decimal(15, 2, 128)")
                .contains("l_shipdate: Date(DAY)")
                .contains("l_comment: Utf8");
    }

    @Test
    void firstLineitemIsTheOfficialGeneratorsFirst() {
        TableSource lineitem = Generated.table(TABLES, "lineitem");
        assertThat(Generated.rows(
                                lineitem,
                                "l_orderkey",
                                "l_quantity",
                                "l_extendedprice",
                                "l_tax",
                                "l_shipdate",
                                "l_shipmode")
                        .getFirst())
                .containsExactly(
                        1L, new BigDecimal("17.00"), new BigDecimal("24710.35"), new BigDecimal("0.02"), 9568, "TRUCK");
    }

    @Test
    void partsTogetherAreTheWholeTable() {
        TableSource orders = Generated.table(TABLES, "orders");
        assertThat(orders.parts()).isEqualTo(2);
        assertThat(Generated.rows(orders, "o_orderkey")).doesNotHaveDuplicates().hasSize(15_000);
    }
}

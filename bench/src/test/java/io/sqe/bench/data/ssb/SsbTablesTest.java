package io.sqe.bench.data.ssb;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.data.Generated;
import io.sqe.bench.data.TableSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SsbTablesTest {
    private static final List<TableSource> TABLES = SsbTables.at(0.01);

    @Test
    void dimensionsHaveTheSizesOfTheSpecification() {
        assertThat(Generated.rowCount(table("customer"))).isEqualTo(300);
        assertThat(Generated.rowCount(table("supplier"))).isEqualTo(20);
        assertThat(Generated.rowCount(table("part"))).isEqualTo(2000);
        assertThat(Generated.rowCount(table("dates"))).isEqualTo(2557);
        assertThat(new SsbSizes(4).parts()).isEqualTo(600_000);
    }

    @Test
    void everyLineFindsItsDimensions() {
        TableSource lineorder = table("lineorder");
        assertThat(Generated.rowCount(lineorder)).isEqualTo(60_175);
        assertThat(column("customer", "c_custkey")).containsAll(column("lineorder", "lo_custkey"));
        assertThat(column("supplier", "s_suppkey")).containsAll(column("lineorder", "lo_suppkey"));
        assertThat(column("part", "p_partkey")).containsAll(column("lineorder", "lo_partkey"));
        assertThat(column("dates", "d_datekey")).containsAll(column("lineorder", "lo_orderdate"));
    }

    @Test
    void revenueIsThePriceLessTheDiscount() {
        assertThat(Generated.rows(table("lineorder"), "lo_extendedprice", "lo_discount", "lo_revenue"))
                .allSatisfy(row -> assertThat((long) (Integer) row.get(2))
                        .isEqualTo((long) (Integer) row.get(0) * (100 - (Integer) row.get(1)) / 100));
    }

    @Test
    void citiesAndBrandsAreWrittenAsTheQueriesWriteThem() {
        assertThat(column("customer", "c_city"))
                .contains("UNITED KI1")
                .allMatch(city -> city.toString().length() == 10);
        assertThat(column("part", "p_brand1"))
                .allMatch(brand -> brand.toString().matches("MFGR#[1-5][1-5]([1-9]|[1-3]\\d|40)"));
        assertThat(column("dates", "d_yearmonth")).contains("Dec1997").hasSize(84);
    }

    private static Set<Object> column(String table, String column) {
        return new HashSet<>(Generated.rows(table(table), column).stream()
                .map(List::getFirst)
                .collect(Collectors.toSet()));
    }

    private static TableSource table(String name) {
        return Generated.table(TABLES, name);
    }
}

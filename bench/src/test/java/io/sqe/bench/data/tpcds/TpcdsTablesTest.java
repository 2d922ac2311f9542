package io.sqe.bench.data.tpcds;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.data.Generated;
import io.sqe.bench.data.TableSource;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TpcdsTablesTest {
    private static final List<TableSource> TABLES = TpcdsTables.at(0.01);

    @Test
    void thereAre24TablesAndNoneIsEmpty() {
        assertThat(TABLES).hasSize(24).extracting(TableSource::name).contains("store_sales", "web_returns", "date_dim");
    }

    @Test
    void salesAndReturnsAreSeparateTables() {
        assertThat(Generated.rowCount(Generated.table(TABLES, "web_sales"))).isEqualTo(11_876);
        assertThat(Generated.rowCount(Generated.table(TABLES, "web_returns"))).isEqualTo(1152);
    }

    @Test
    void nullsAndDecimalsAndDatesAreParsed() {
        TableSource stores = Generated.table(TABLES, "store");
        assertThat(Generated.rows(
                                stores,
                                "s_store_sk",
                                "s_rec_start_date",
                                "s_rec_end_date",
                                "s_store_name",
                                "s_tax_precentage")
                        .getFirst())
                .containsExactly(1L, 9933, null, "ought", new BigDecimal("0.03"));
    }

    @Test
    void columnsHaveTheTypesOfTheSpecification() {
        assertThat(Generated.table(TABLES, "store_sales").schema().toString())
                .contains("ss_sold_date_sk: Int(64, true)")
                .contains("ss_quantity: Int(32, true)")
                .contains("ss_net_profit: Decimal(7, 2, 128)");
    }

    @Test
    void largeTablesSplitWithTheirReturns() {
        List<TableSource> tables = TpcdsTables.at(1);
        assertThat(Generated.table(tables, "inventory").parts()).isEqualTo(11);
        assertThat(Generated.table(tables, "store_returns").parts())
                .isEqualTo(Generated.table(tables, "store_sales").parts());
    }
}

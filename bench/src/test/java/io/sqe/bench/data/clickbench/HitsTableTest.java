package io.sqe.bench.data.clickbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.data.Generated;
import io.sqe.bench.data.TableSource;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HitsTableTest {
    private static final TableSource HITS = HitsTable.ofRows(20_000);

    @Test
    void thereAre105Columns() {
        assertThat(HITS.schema().getFields()).hasSize(105);
        assertThat(HITS.schema().toString())
                .contains("eventtime: Timestamp(MICROSECOND, null)", "eventdate: Date(DAY)", "userid: Int(64, true)");
    }

    @Test
    void theSameHitIsMadeTwice() {
        assertThat(Generated.rows(HITS, "watchid", "url", "title", "userid", "eventtime"))
                .hasSize(20_000)
                .isEqualTo(Generated.rows(HitsTable.ofRows(20_000), "watchid", "url", "title", "userid", "eventtime"));
    }

    @Test
    void theFirstHitsHaveTimesOfTheirOwn() {
        List<List<@Nullable Object>> times = Generated.rows(HITS, "eventtime").subList(0, 1000);
        assertThat(new HashSet<>(times)).hasSize(1000);
    }

    @Test
    void whatTheQueriesLookForIsThere() {
        assertThat(Generated.rows(HITS, "counterid", "urlhash")).contains(List.of(62, 2_868_770_270_353_813_622L));
        assertThat(Generated.rows(HITS, "refererhash")).contains(List.of(3_594_120_000_172_545_465L));
        assertThat(Generated.rows(HITS, "url")).anyMatch(row -> row.toString().contains("google"));
    }

    @Test
    void aSmallScaleStillHasGroupsOf100000() {
        assertThat(HitsTable.at(0.01).getFirst().parts()).isEqualTo(2);
        assertThat(HitsTable.at(1).getFirst().parts()).isEqualTo(20);
    }
}

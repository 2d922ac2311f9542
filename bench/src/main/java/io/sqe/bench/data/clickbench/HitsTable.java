package io.sqe.bench.data.clickbench;

import io.sqe.bench.data.GeneratedColumn;
import io.sqe.bench.data.GeneratedTable;
import io.sqe.bench.data.TableSource;
import java.util.List;
import java.util.stream.LongStream;

/** The table {@code hits}, at scale 1 with a tenth of the original's rows. */
public final class HitsTable {
    private static final long ROWS_AT_SCALE_1 = 10_000_000;

    /** Two queries ask for groups of more than 100,000 rows: with fewer rows than this there would be none. */
    private static final long ROWS_MIN = 1_000_000;

    private static final long ROWS_OF_A_PART = 500_000;

    private HitsTable() {}

    public static List<TableSource> at(double scale) {
        return List.of(ofRows(Math.max(ROWS_MIN, Math.round(ROWS_AT_SCALE_1 * scale))));
    }

    static TableSource ofRows(long rows) {
        int parts = (int) Math.ceilDiv(rows, ROWS_OF_A_PART);
        List<GeneratedColumn<Hit>> columns = HitsColumns.all();
        return new GeneratedTable<>(
                "hits",
                columns,
                parts,
                part -> LongStream.range(part * ROWS_OF_A_PART, Math.min(rows, (part + 1) * ROWS_OF_A_PART))
                        .mapToObj(Hit::of)
                        .iterator());
    }
}

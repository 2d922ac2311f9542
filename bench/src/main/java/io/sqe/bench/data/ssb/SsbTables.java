package io.sqe.bench.data.ssb;

import io.sqe.bench.data.TableSource;
import java.util.List;

/** The tables of the Star Schema Benchmark; amounts are INTEGER cents. */
public final class SsbTables {
    private SsbTables() {}

    public static List<TableSource> at(double scale) {
        SsbSizes sizes = new SsbSizes(scale);
        return List.of(
                LineorderTable.of(sizes),
                ParticipantTables.customer(sizes),
                ParticipantTables.supplier(sizes),
                PartTable.of(sizes),
                DatesTable.of());
    }
}

package io.sqe.bench.data.ssb;

import static io.sqe.bench.data.GeneratedColumn.integer;
import static io.sqe.bench.data.GeneratedColumn.varchar;

import io.sqe.bench.data.GeneratedTable;
import io.sqe.bench.data.Mix;
import io.sqe.bench.data.TableSource;
import io.trino.tpch.Part;
import io.trino.tpch.TpchTable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table {@code part}: TPC-H's parts under a hierarchy of 5 manufacturers, 25 categories and 1000 brands. */
final class PartTable {
    private static final long SEED = 3;
    private static final int TPCH_PARTS = 200_000;
    private static final int MANUFACTURERS = 5;
    private static final int CATEGORIES_OF_A_MANUFACTURER = 5;
    private static final int BRANDS_OF_A_CATEGORY = 40;

    private PartTable() {}

    static TableSource of(SsbSizes sizes) {
        return new GeneratedTable<>(
                "part",
                List.of(
                        integer("p_partkey", row -> (int) row.getPartKey()),
                        varchar(
                                "p_name",
                                row -> words(row).get(0) + " " + words(row).get(1)),
                        varchar("p_mfgr", PartTable::manufacturer),
                        varchar("p_category", PartTable::category),
                        varchar("p_brand1", PartTable::brand),
                        varchar("p_color", row -> words(row).get(0)),
                        varchar("p_type", Part::getType),
                        integer("p_size", Part::getSize),
                        varchar("p_container", Part::getContainer)),
                1,
                _ -> rows(sizes.parts()));
    }

    private static Iterator<Part> rows(int count) {
        double scale = (double) count / TPCH_PARTS;
        return StreamSupport.stream(TpchTable.PART.createGenerator(scale, 1, 1).spliterator(), false)
                .limit(count)
                .iterator();
    }

    private static List<String> words(Part part) {
        return List.of(part.getName().split(" "));
    }

    private static String manufacturer(Part part) {
        return "MFGR#" + (1 + number(part, 1, MANUFACTURERS));
    }

    private static String category(Part part) {
        return manufacturer(part) + (1 + number(part, 2, CATEGORIES_OF_A_MANUFACTURER));
    }

    private static String brand(Part part) {
        return category(part) + (1 + number(part, 3, BRANDS_OF_A_CATEGORY));
    }

    private static int number(Part part, int purpose, int bound) {
        return Mix.uniform(Mix.of(Mix.of(SEED, purpose), part.getPartKey()), bound);
    }
}

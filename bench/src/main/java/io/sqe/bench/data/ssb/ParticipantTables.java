package io.sqe.bench.data.ssb;

import static io.sqe.bench.data.GeneratedColumn.integer;
import static io.sqe.bench.data.GeneratedColumn.varchar;

import io.sqe.bench.data.GeneratedTable;
import io.sqe.bench.data.TableSource;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** The tables {@code customer} and {@code supplier}. */
final class ParticipantTables {
    /** Chosen so that also the narrowest queries find rows at small scales. */
    private static final long CUSTOMER_SEED = 2375;

    private static final long SUPPLIER_SEED = 2376;

    private ParticipantTables() {}

    static TableSource customer(SsbSizes sizes) {
        return new GeneratedTable<>(
                "customer",
                List.of(
                        integer("c_custkey", Participant::key),
                        varchar("c_name", row -> row.name("Customer")),
                        varchar("c_address", Participant::address),
                        varchar("c_city", Participant::city),
                        varchar("c_nation", Participant::nation),
                        varchar("c_region", Participant::region),
                        varchar("c_phone", Participant::phone),
                        varchar("c_mktsegment", Participant::segment)),
                1,
                _ -> rows(CUSTOMER_SEED, sizes.customers()));
    }

    static TableSource supplier(SsbSizes sizes) {
        return new GeneratedTable<>(
                "supplier",
                List.of(
                        integer("s_suppkey", Participant::key),
                        varchar("s_name", row -> row.name("Supplier")),
                        varchar("s_address", Participant::address),
                        varchar("s_city", Participant::city),
                        varchar("s_nation", Participant::nation),
                        varchar("s_region", Participant::region),
                        varchar("s_phone", Participant::phone)),
                1,
                _ -> rows(SUPPLIER_SEED, sizes.suppliers()));
    }

    private static Iterator<Participant> rows(long seed, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(key -> new Participant(seed, key))
                .iterator();
    }
}

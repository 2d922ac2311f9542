package io.sqe.executor.fragment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.ByteString;
import io.sqe.executor.lowering.EngineSql;
import io.sqe.executor.lowering.HeldTables;
import java.util.function.Supplier;

/**
 * Engine SQL of plans that were lowered before: the same bytes always mean the same. Safe for use by many threads.
 *
 * <p>What calls deletion vectors or files as batches is not kept, since each run of it needs numbers of its own.
 */
final class LoweredPlans {
    /** Bytes of plans and characters of SQL together. */
    private static final long WEIGHT_MAX = 64L << 20;

    private final Cache<ByteString, EngineSql> lowered = Caffeine.newBuilder()
            .maximumWeight(WEIGHT_MAX)
            .weigher(LoweredPlans::weight)
            .build();

    private static int weight(ByteString plan, EngineSql sql) {
        int preparation = sql.preparation().stream().mapToInt(String::length).sum();
        int files = sql.wholeFiles().keySet().stream()
                .mapToInt(read -> 2 * read.sql().length())
                .sum();
        return plan.size() + sql.sql().length() + preparation + files;
    }

    /** @param held what the SQL may read in place of files */
    EngineSql find(ByteString plan, HeldTables held, Supplier<EngineSql> lowering) {
        EngineSql known = lowered.getIfPresent(plan);
        if (known != null && known.isStillSo(held)) {
            return known;
        }
        EngineSql sql = lowering.get();
        if (sql.vectors().isEmpty() && sql.batchFiles().isEmpty()) {
            lowered.put(plan, sql);
        }
        return sql;
    }
}

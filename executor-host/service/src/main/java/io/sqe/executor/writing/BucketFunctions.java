package io.sqe.executor.writing;

import io.sqe.executor.duckdb.InputColumn;
import io.sqe.executor.duckdb.ScalarFunction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.iceberg.util.BucketUtil;

/** Iceberg's own bucket hashes (Iceberg spec, "Appendix B: 32-bit Hash Requirements") as functions of the engine. */
public final class BucketFunctions {
    private BucketFunctions() {}

    /** The functions that {@link PartitionSql} calls; every instance that writes needs them. */
    public static List<ScalarFunction> all() {
        return List.of(
                function(PartitionSql.HASH_LONG, "BIGINT", (column, row) -> BucketUtil.hash(column.longAt(row))),
                function(
                        PartitionSql.HASH_DECIMAL,
                        "VARCHAR",
                        (column, row) -> BucketUtil.hash(new BigDecimal(text(column, row)))),
                function(PartitionSql.HASH_TEXT, "VARCHAR", (column, row) -> BucketUtil.hash(text(column, row))),
                function(PartitionSql.HASH_BINARY, "BLOB", (column, row) -> BucketUtil.hash(column.bytesAt(row))));
    }

    private static ScalarFunction function(String name, String parameterType, Hash hash) {
        return ScalarFunction.of(name, List.of(parameterType), "INTEGER", (rows, arguments, result) -> {
            InputColumn column = arguments.get(0);
            for (int row = 0; row < rows; row++) {
                if (!column.isNull(row)) {
                    result.setLong(row, hash.of(column, row));
                }
            }
        });
    }

    private static String text(InputColumn column, int row) {
        return StandardCharsets.UTF_8.decode(column.bytesAt(row)).toString();
    }

    /** The hash of one row that is not null. */
    @FunctionalInterface
    private interface Hash {
        int of(InputColumn column, int row);
    }
}

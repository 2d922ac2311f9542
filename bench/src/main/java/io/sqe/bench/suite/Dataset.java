package io.sqe.bench.suite;

import io.sqe.bench.data.TableSource;
import java.math.BigDecimal;
import java.util.List;

/**
 * A suite's tables at one scale, in a namespace.
 *
 * @param namespace where the tables are, or will be
 */
public record Dataset(Suite suite, double scale, String namespace) {
    /** Goes up whenever the same suite and scale would have other rows or types: kept data is then made anew. */
    static final int GENERATOR_VERSION = 1;

    public Dataset {
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException("A scale is a number above 0, not " + scale);
        }
    }

    /** In the namespace that is named after suite and scale, such as {@code tpch_0_1}. */
    public static Dataset of(Suite suite, double scale) {
        return new Dataset(suite, scale, suite.id() + "_" + plain(scale).replace('.', '_'));
    }

    public List<TableSource> tables() {
        return suite.tables(scale);
    }

    /** What tells this data from any other. */
    String fingerprint() {
        return "suite=%s%nscale=%s%nnamespace=%s%ngenerator=%d%n"
                .formatted(suite.id(), plain(scale), namespace, GENERATOR_VERSION);
    }

    private static String plain(double scale) {
        return BigDecimal.valueOf(scale).stripTrailingZeros().toPlainString();
    }
}

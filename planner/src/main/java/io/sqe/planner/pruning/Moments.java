package io.sqe.planner.pruning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Counts nanoseconds since 1970-01-01T00:00. */
final class Moments {
    static final BigDecimal NANOS_PER_DAY = BigDecimal.valueOf(86_400_000_000_000L);
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);

    private Moments() {}

    static BigDecimal nanos(LocalDateTime at) {
        Instant instant = at.toInstant(ZoneOffset.UTC);
        return BigDecimal.valueOf(instant.getEpochSecond())
                .multiply(NANOS_PER_SECOND)
                .add(BigDecimal.valueOf(instant.getNano()));
    }

    static BigDecimal nanos(LocalDate at) {
        return nanos(at.atStartOfDay());
    }

    static BigDecimal plusMonths(BigDecimal nanos, long months) {
        BigDecimal seconds = nanos.divide(NANOS_PER_SECOND, 0, RoundingMode.FLOOR);
        BigDecimal rest = nanos.subtract(seconds.multiply(NANOS_PER_SECOND));
        var at = LocalDateTime.ofEpochSecond(seconds.longValueExact(), rest.intValueExact(), ZoneOffset.UTC);
        return nanos(at.plusMonths(months));
    }
}

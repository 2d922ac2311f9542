package io.sqe.executor.duckdb;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** Names Java's zones as ICU does, by which DuckDB knows them. */
final class IcuZone {

    private IcuZone() {}

    static String nameOf(ZoneId zone) {
        return switch (zone.normalized()) {
            case ZoneOffset offset when offset.equals(ZoneOffset.UTC) -> "UTC";
            // ICU's custom zones: GMT+05:30.
            case ZoneOffset offset -> "GMT" + offset.getId();
            case ZoneId region -> region.getId();
        };
    }
}

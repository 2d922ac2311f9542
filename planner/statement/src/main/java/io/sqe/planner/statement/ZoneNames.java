package io.sqe.planner.statement;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Names of time zones as people write them: a place, in any case, or an offset. */
public final class ZoneNames {

    private ZoneNames() {}

    /** The zone of that name, if there is one. */
    public static Optional<ZoneId> find(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return ZoneId.getAvailableZoneIds().stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .map(ZoneId::of);
        }
    }

    /** The one name of the zone that every engine understands: some take UTC+02:30 for two whole hours. */
    public static String plain(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "UTC" : "GMT" + offset.getId();
        }
        return zone.getId();
    }

    /** A complaint about a name that is no zone's. */
    public static PlannerException unknown(String name, TextSpan span) {
        return new PlannerException.InvalidArguments(
                "Cannot find a time zone '%s'. Write one such as Europe/Zurich or +02:00.".formatted(name), span);
    }
}

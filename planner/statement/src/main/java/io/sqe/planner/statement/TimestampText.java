package io.sqe.planner.statement;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.TimestampString;

/** The text of a TIMESTAMP literal, which may leave out the time or its seconds and may say a zone, as in Trino. */
public final class TimestampText {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<date>\\d{4}-\\d{1,2}-\\d{1,2})(?: (?:(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:\\.(?<fraction>\\d{1,9}))?)?)?\\s*(?<zone>\\S.*)?)?");
    private static final int MICROSECOND_DIGITS = 6;
    private static final int NANOSECOND_DIGITS = 9;

    private TimestampText() {}

    /** A literal of a local time, or of a point in time if the text says a zone. What is not a timestamp, the validator refuses. */
    public static SqlLiteral literal(String text, SqlParserPos position) {
        Matcher parts = SHAPE.matcher(text.strip());
        if (parts.matches()) {
            try {
                return literal(parts, position);
            } catch (DateTimeException _) {
                return SqlLiteral.createUnknown("TIMESTAMP", text, position);
            }
        }
        return SqlLiteral.createUnknown("TIMESTAMP", text, position);
    }

    private static SqlLiteral literal(Matcher parts, SqlParserPos position) {
        LocalDateTime time = time(parts);
        String fraction = part(parts, "fraction");
        if (parts.group("zone") == null) {
            return SqlLiteral.createUnknown("TIMESTAMP", timestamp(time, fraction.length()), position);
        }
        String zone = parts.group("zone");
        LocalDateTime utc = time.atZone(
                        ZoneNames.find(zone).orElseThrow(() -> ZoneNames.unknown(zone, TextSpan.of(position))))
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
        return SqlLiteral.createTimestamp(
                SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE,
                new TimestampString(timestamp(utc, fraction.length())),
                fraction.length() > MICROSECOND_DIGITS ? NANOSECOND_DIGITS : MICROSECOND_DIGITS,
                position);
    }

    private static LocalDateTime time(Matcher parts) {
        String[] date = parts.group("date").split("-", -1);
        String fraction = part(parts, "fraction");
        return LocalDateTime.of(
                Integer.parseInt(date[0]),
                Integer.parseInt(date[1]),
                Integer.parseInt(date[2]),
                number(part(parts, "hour")),
                number(part(parts, "minute")),
                number(part(parts, "second")),
                number(fraction + "0".repeat(NANOSECOND_DIGITS - fraction.length())));
    }

    private static String part(Matcher parts, String name) {
        return Optional.ofNullable(parts.group(name)).orElse("");
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String timestamp(LocalDateTime time, int digits) {
        String nanos = "%09d".formatted(time.getNano());
        return "%04d-%02d-%02d %02d:%02d:%02d%s"
                .formatted(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        digits == 0 ? "" : "." + nanos.substring(0, digits));
    }
}

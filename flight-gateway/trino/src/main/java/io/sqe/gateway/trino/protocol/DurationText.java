package io.sqe.gateway.trino.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Trino's clients write them: {@code 1s}, {@code 250.00ms}. */
public final class DurationText {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(ns|us|ms|s|m|h|d)");

    private DurationText() {}

    /** The duration; empty if the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        double nanos = Double.parseDouble(parts.group(1))
                * switch (parts.group(2)) {
                    case "ns" -> 1e0;
                    case "us" -> 1e3;
                    case "ms" -> 1e6;
                    case "s" -> 1e9;
                    case "m" -> 60e9;
                    case "h" -> 3_600e9;
                    default -> 86_400e9;
                };
        return Optional.of(Duration.ofNanos((long) Math.min(nanos, Long.MAX_VALUE)));
    }
}

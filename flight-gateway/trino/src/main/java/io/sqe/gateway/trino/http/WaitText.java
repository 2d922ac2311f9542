package io.sqe.gateway.trino.http;

import io.sqe.gateway.trino.protocol.InvalidRequestException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Trino's clients write them: {@code 1s}, {@code 250.00ms}. */
final class WaitText {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ns|us|ms|s|m|h|d)");

    private WaitText() {}

    static Duration parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new InvalidRequestException(400, "Cannot read the duration in the address. Write it like 1s or 250ms.");
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
        return Duration.ofNanos((long) Math.min(nanos, Long.MAX_VALUE));
    }
}

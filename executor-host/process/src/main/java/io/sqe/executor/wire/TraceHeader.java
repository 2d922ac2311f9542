package io.sqe.executor.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place in a trace that a call belongs to, in the header that W3C gave it. It decides nothing: what is no such place is left out. */
public final class TraceHeader {
    public static final String NAME = "traceparent";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceHeader() {}

    /** The place that a header names. */
    public static Optional<String> read(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(value -> TRACEPARENT.matcher(value).matches());
    }
}

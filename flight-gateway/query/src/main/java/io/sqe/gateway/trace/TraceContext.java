package io.sqe.gateway.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a trace, as it crosses from process to process (W3C Trace Context).
 *
 * @param state the header {@code tracestate}, empty if there is none
 */
public record TraceContext(String traceId, String spanId, boolean isSampled, String state) {
    /** Of the header {@code tracestate}; a longer one is left out, as W3C allows. */
    private static final int STATE_CHARACTERS_MAX = 512;

    /** Versions after 00 may have more parts, which are not for us. */
    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?!ff)(?<version>[0-9a-f]{2})-(?<trace>(?!0{32})[0-9a-f]{32})-(?<span>(?!0{16})[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]*");

    /** What a client sent; empty if it is not as W3C writes it. */
    public static Optional<TraceContext> parse(Optional<String> traceparent, Optional<String> tracestate) {
        return traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .filter(parts -> !parts.group("version").equals("00") || parts.group("more") == null)
                .map(parts -> new TraceContext(
                        parts.group("trace"),
                        parts.group("span"),
                        (Integer.parseInt(parts.group("flags"), 16) & 1) == 1,
                        tracestate.filter(TraceContext::isFit).orElse("")));
    }

    private static boolean isFit(String state) {
        return state.length() <= STATE_CHARACTERS_MAX && STATE.matcher(state).matches();
    }

    /** The header that whoever is called goes on with. */
    public String traceparent() {
        return "00-%s-%s-%s".formatted(traceId, spanId, isSampled ? "01" : "00");
    }
}

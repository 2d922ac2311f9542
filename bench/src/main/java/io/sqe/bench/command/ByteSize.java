package io.sqe.bench.command;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 2GB}, {@code 512MiB}, {@code 1000}. */
record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d+)\\s*([a-z]*)");
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "b",
            1L,
            "kb",
            1000L,
            "mb",
            1_000_000L,
            "gb",
            1_000_000_000L,
            "kib",
            1L << 10,
            "mib",
            1L << 20,
            "gib",
            1L << 30);

    static ByteSize parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || !UNITS.containsKey(form.group(2))) {
            throw new IllegalArgumentException("A size is a number and a unit, such as 2GB or 512MiB, not " + text);
        }
        return new ByteSize(Math.multiplyExact(Long.parseLong(form.group(1)), UNITS.get(form.group(2))));
    }
}

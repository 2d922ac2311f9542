package io.sqe.gateway.configuration.key;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk as people write it: {@code 512MB}, {@code 1.5 GiB}, {@code 8g}, or {@code 60%} of this machine's
 * memory. Every unit is a power of 1024, as the configurations that people bring along mean it.
 *
 * @param text as it was written
 */
public record MemorySize(long bytes, String text) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*(?:([kmgt]?)i?b?|(%))");
    private static final String UNITS = "kmgt";

    /**
     * Reads a size.
     *
     * @throws IllegalArgumentException if it is none, or more than a long holds
     */
    public static MemorySize parse(String text) {
        Matcher parts = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected a size such as \"512MB\", \"2GB\" or \"60%\", found \"" + text + '"');
        }
        BigDecimal amount = new BigDecimal(parts.group(1));
        BigDecimal bytes = parts.group(3) == null
                ? amount.multiply(BigDecimal.valueOf(unit(parts.group(2))))
                : amount.multiply(BigDecimal.valueOf(machineBytes())).movePointLeft(2);
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(text + " is more than this machine can count");
        }
        return new MemorySize(bytes.longValue(), text.strip());
    }

    private static long unit(String letter) {
        return letter.isEmpty() ? 1 : 1L << (10 * (UNITS.indexOf(letter) + 1));
    }

    /** Of the container, where the JVM sees one. */
    private static long machineBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    @Override
    public String toString() {
        return text;
    }
}

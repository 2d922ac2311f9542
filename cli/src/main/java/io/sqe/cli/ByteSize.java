package io.sqe.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of bytes as people write it: {@code 512MB}, {@code 1.5 GiB}. Units count in thousands, with an i in 1024s.
 */
record ByteSize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kmgt]?)(i?)b?");
    private static final String UNITS = "kmgt";

    static ByteSize parse(String text) {
        Matcher parts = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size such as 512MB or 2GiB");
        }
        int power = parts.group(2).isEmpty() ? 0 : UNITS.indexOf(parts.group(2)) + 1;
        double unit = Math.pow(parts.group(3).isEmpty() ? 1000 : 1024, power);
        return new ByteSize((long) (Double.parseDouble(parts.group(1)) * unit));
    }

    /** Lets the command line take sizes. */
    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException notASize) {
                throw new TypeConversionException(notASize.getMessage());
            }
        }
    }
}

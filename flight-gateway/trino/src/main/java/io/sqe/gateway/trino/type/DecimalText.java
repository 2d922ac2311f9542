package io.sqe.gateway.trino.type;

/** Decimals as text. */
final class DecimalText {

    private DecimalText() {}

    /** The number {@code unscaled / 10^scale}, without exponent and with all its digits. */
    static String of(long unscaled, int scale) {
        if (scale <= 0) {
            return unscaled + "0".repeat(unscaled == 0 ? 0 : -scale);
        }
        String digits = Long.toString(Math.abs(unscaled));
        StringBuilder text = new StringBuilder(digits.length() + scale + 2);
        if (unscaled < 0) {
            text.append('-');
        }
        int whole = digits.length() - scale;
        if (whole <= 0) {
            return text.append("0.").repeat('0', -whole).append(digits).toString();
        }
        return text.append(digits, 0, whole)
                .append('.')
                .append(digits, whole, digits.length())
                .toString();
    }
}

package io.sqe.executor.fragment;

import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.InputColumn;
import io.sqe.executor.duckdb.OutputColumn;
import io.sqe.executor.duckdb.ScalarFunction;
import io.sqe.executor.lowering.EngineSql.Quotient;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The exact quotients of decimals that one instance of the engine has been given, each when it is first needed. */
final class QuotientFunctions {
    private static final int DIGITS_OF_64_BITS = 18;
    private static final int BITS_MAX = 127;

    private final Database database;
    private final Set<Quotient> given = new HashSet<>();

    QuotientFunctions(Database database) {
        this.database = database;
    }

    synchronized void give(Set<Quotient> needed) {
        for (Quotient quotient : needed) {
            if (given.add(quotient)) {
                database.register(function(quotient));
            }
        }
    }

    private static ScalarFunction function(Quotient quotient) {
        int shift = quotient.resultScale() + quotient.divisorScale() - quotient.dividendScale();
        return ScalarFunction.of(
                quotient.name(),
                List.of(wide(quotient.dividendScale()), wide(quotient.divisorScale())),
                wide(quotient.resultScale()),
                (rows, arguments, result) -> divide(rows, arguments.get(0), arguments.get(1), shift, result));
    }

    private static String wide(int scale) {
        return "DECIMAL(38, " + scale + ")";
    }

    private static void divide(int rows, InputColumn dividends, InputColumn divisors, int shift, OutputColumn result) {
        long factor = shift >= 0 && shift <= DIGITS_OF_64_BITS ? Math.powExact(10L, shift) : 0;
        for (int row = 0; row < rows; row++) {
            if (!dividends.isNull(row) && !divisors.isNull(row)) {
                if (factor == 0 || !isDividedInLongs(row, dividends, divisors, factor, result)) {
                    divideWide(row, dividends, divisors, shift, result);
                }
            }
        }
    }

    /** Divides what 64 bits hold, as nearly everything is; answers whether they did. */
    private static boolean isDividedInLongs(
            int row, InputColumn dividends, InputColumn divisors, long factor, OutputColumn result) {
        long unscaled = dividends.longAt(row);
        long divisor = divisors.longAt(row);
        long dividend = unscaled * factor;
        boolean fits = dividends.upperLongAt(row) == unscaled >> 63
                && divisors.upperLongAt(row) == divisor >> 63
                && Math.multiplyHigh(unscaled, factor) == dividend >> 63
                && dividend != Long.MIN_VALUE
                && divisor != Long.MIN_VALUE
                && divisor != 0;
        if (fits) {
            long quotient = dividend / divisor;
            long left = Math.abs(dividend % divisor);
            boolean isHalf = left >= Math.abs(divisor) - left;
            result.setLong(row, isHalf ? quotient + ((dividend ^ divisor) < 0 ? -1 : 1) : quotient);
        }
        return fits;
    }

    private static void divideWide(
            int row, InputColumn dividends, InputColumn divisors, int shift, OutputColumn result) {
        BigInteger dividend = unscaled(dividends, row).multiply(BigInteger.TEN.pow(Math.max(shift, 0)));
        BigInteger divisor = unscaled(divisors, row).multiply(BigInteger.TEN.pow(Math.max(-shift, 0)));
        if (divisor.signum() == 0) {
            throw new ArithmeticException("Division by zero");
        }
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        boolean isHalf = parts[1].shiftLeft(1).abs().compareTo(divisor.abs()) >= 0;
        BigInteger away = BigInteger.valueOf((long) dividend.signum() * divisor.signum());
        BigInteger quotient = isHalf ? parts[0].add(away) : parts[0];
        if (quotient.bitLength() > BITS_MAX) {
            throw new ArithmeticException("A quotient is out of range: it has more than 38 digits");
        }
        result.setLongs(
                row, quotient.longValue(), quotient.shiftRight(Long.SIZE).longValue());
    }

    private static BigInteger unscaled(InputColumn column, int row) {
        return new BigInteger(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(column.upperLongAt(row))
                .putLong(column.longAt(row))
                .array());
    }
}

package io.sqe.bench.compare;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * One value of a result, freed of how an engine happens to represent it: all integers and decimals are {@link Exact}, a date
 * is the {@link Moment} it begins at.
 */
public sealed interface Cell {

    /** NULL. */
    record Missing() implements Cell {
        @Override
        public String toString() {
            return "NULL";
        }
    }

    /** A boolean. */
    record Truth(boolean value) implements Cell {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** An integer or decimal; trailing zeros are cut, so that 1.50 equals 1.5. */
    record Exact(BigDecimal value) implements Cell {
        public Exact {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** A floating-point number. */
    record Approximate(double value) implements Cell {
        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** A string. */
    record Text(String value) implements Cell {
        @Override
        public String toString() {
            return "'" + value + "'";
        }
    }

    /** Bytes, in hexadecimal. */
    record Binary(String hex) implements Cell {
        @Override
        public String toString() {
            return "x'" + hex + "'";
        }
    }

    /** A date, or a timestamp; one with a zone is in UTC. */
    record Moment(LocalDateTime value) implements Cell {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A time of day. */
    record Clock(LocalTime value) implements Cell {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** An interval. */
    record Span(long months, long days, long nanos) implements Cell {
        @Override
        public String toString() {
            return months + " months " + days + " days " + nanos + " ns";
        }
    }

    /** A list, a struct's values or a map's entries, in their order. */
    record Items(List<Cell> values) implements Cell {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }
}

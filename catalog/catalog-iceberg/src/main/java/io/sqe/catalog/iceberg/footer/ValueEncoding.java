package io.sqe.catalog.iceberg.footer;

/**
 * How a Parquet column writes a value: its physical type, and what the logical type says about it.
 *
 * @param scale of a decimal
 */
public record ValueEncoding(Physical physical, Meaning meaning, int scale) {

    /** The types of Parquet that have statistics. */
    public enum Physical {
        BOOLEAN,
        INT32,
        INT64,
        FLOAT,
        DOUBLE,
        BYTES,
        /** INT96, whose order nobody defined. */
        UNORDERED
    }

    /** What of a logical type changes how an integer is read. */
    public enum Meaning {
        PLAIN,
        UNSIGNED,
        MICROSECONDS,
        NANOSECONDS,
        OTHER_TIME_UNIT
    }
}

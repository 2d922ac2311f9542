package io.sqe.catalog;

import java.util.List;

/**
 * The type of a column, as Iceberg's specification names it (Iceberg spec, "Schemas and Data Types").
 *
 * <p>Types that the engine cannot run yet have no case here: a catalog refuses their columns by name.
 */
public sealed interface ColumnType {

    record BooleanType() implements ColumnType {}

    /** 32-bit signed; also what SQL's TINYINT and SMALLINT are stored as. */
    record IntegerType() implements ColumnType {}

    record LongType() implements ColumnType {}

    record FloatType() implements ColumnType {}

    record DoubleType() implements ColumnType {}

    /** Exact number of at most 38 digits. */
    record DecimalType(int precision, int scale) implements ColumnType {
        public static final int PRECISION_MAX = 38;

        public DecimalType {
            if (precision < 1 || precision > PRECISION_MAX || scale < 0 || scale > precision) {
                throw new IllegalArgumentException("No such type: decimal(" + precision + "," + scale + ")");
            }
        }
    }

    record DateType() implements ColumnType {}

    /** Time of day in microseconds. */
    record TimeType() implements ColumnType {}

    /** A point in time (with zone) or a local date and time (without). */
    record TimestampType(TimeUnit unit, Zone zone) implements ColumnType {}

    record StringType() implements ColumnType {}

    record BinaryType() implements ColumnType {}

    record FixedType(int length) implements ColumnType {}

    record UuidType() implements ColumnType {}

    /** The element is a column: it has a field id of its own and may be required. */
    record ListType(Column element) implements ColumnType {}

    record MapType(Column key, Column value) implements ColumnType {}

    record StructType(List<Column> fields) implements ColumnType {
        public StructType {
            fields = List.copyOf(fields);
        }
    }

    /** The resolution of a timestamp. */
    enum TimeUnit {
        MICROSECONDS,
        NANOSECONDS
    }

    /** Whether a timestamp is a point in time. */
    enum Zone {
        WITH,
        WITHOUT
    }
}
